package jetbrains.buildServer.serverSide;

import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** An identified, typed set of parameters: a step, a feature. */
public interface ParametersDescriptor {
    @NotNull
    String getId();

    @NotNull
    String getType();

    @NotNull
    Map<String, String> getParameters();
}
