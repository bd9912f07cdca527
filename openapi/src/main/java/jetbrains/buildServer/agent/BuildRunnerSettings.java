package jetbrains.buildServer.agent;

import java.util.List;
import java.util.Map;

/** One step as the build configuration has it: references not yet resolved. */
public interface BuildRunnerSettings {
    String getId();

    String getName();

    String getRunType();

    boolean isEnabled();

    Map<String, String> getRunnerParameters();

    Map<String, String> getConfigParameters();

    Map<String, String> getBuildParameters();

    String getWorkingDirectory();

    boolean hasChildren();

    List<BuildRunnerSettings> getChildren();
}
