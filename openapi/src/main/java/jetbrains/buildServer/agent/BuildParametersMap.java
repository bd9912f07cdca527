package jetbrains.buildServer.agent;

import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** Environment variables and system properties of a build: without prefix each, with prefix when together. */
public interface BuildParametersMap {
    @NotNull
    Map<String, String> getEnvironmentVariables();

    @NotNull
    Map<String, String> getSystemProperties();

    @NotNull
    Map<String, String> getAllParameters();
}
