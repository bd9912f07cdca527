package jetbrains.buildServer.serverSide;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Something added to a whole build rather than to one step. */
public abstract class BuildFeature implements ServerExtension {
    public BuildFeature() {}

    @NotNull
    public abstract String getType();

    @NotNull
    public abstract String getDisplayName();

    @Nullable
    public abstract String getEditParametersUrl();

    @NotNull
    public String describeParameters(@NotNull Map<String, String> params) {
        return "";
    }

    @Nullable
    public PropertiesProcessor getParametersProcessor() {
        return null;
    }

    @Nullable
    public Map<String, String> getDefaultParameters() {
        return null;
    }

    public boolean isMultipleFeaturesPerBuildTypeAllowed() {
        return true;
    }

    @NotNull
    public Collection<Requirement> getRequirements(Map<String, String> params) {
        return List.of();
    }

    public PlaceToShow getPlaceToShow() {
        return PlaceToShow.GENERAL;
    }

    /** The settings page that lists the feature. */
    public enum PlaceToShow {
        GENERAL,
        FAILURE_REASON
    }
}
