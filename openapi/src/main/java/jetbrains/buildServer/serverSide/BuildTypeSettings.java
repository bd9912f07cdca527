package jetbrains.buildServer.serverSide;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** What a build configuration or a template is set to; references are not resolved. */
public interface BuildTypeSettings extends BuildTypeOptions {
    @NotNull
    SProject getProject();

    @NotNull
    List<SBuildRunnerDescriptor> getBuildRunners();

    /** Tells whether the step, feature or trigger of that id is switched on. */
    boolean isEnabled(@NotNull String paramsDescriptorId);

    @NotNull
    Collection<SBuildFeatureDescriptor> getBuildFeaturesOfType(@NotNull String type);

    @NotNull
    Map<String, String> getConfigParameters();
}
