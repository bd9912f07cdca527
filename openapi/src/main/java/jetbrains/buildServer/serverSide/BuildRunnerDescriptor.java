package jetbrains.buildServer.serverSide;

import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** A build step as configured. */
public interface BuildRunnerDescriptor extends ParametersDescriptor {
    @NotNull
    String getName();

    @NotNull
    Map<String, String> getOwnBuildParameters();
}
