package jetbrains.buildServer.serverSide;

import java.util.List;
import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** What a run type and an extension of a run type have in common. */
public abstract class RunTypeBase {
    public RunTypeBase() {}

    @Nullable
    public abstract PropertiesProcessor getRunnerPropertiesProcessor();

    @Nullable
    public abstract String getEditRunnerParamsJspFilePath();

    @Nullable
    public abstract String getViewRunnerParamsJspFilePath();

    @Nullable
    public abstract Map<String, String> getDefaultRunnerProperties();

    @NotNull
    public String describeParameters(@NotNull Map<String, String> parameters) {
        return "";
    }

    @NotNull
    public List<Requirement> getRunnerSpecificRequirements(@NotNull Map<String, String> runParameters) {
        return List.of();
    }
}
