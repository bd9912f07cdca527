package jetbrains.buildServer.serverSide;

import java.util.Map;

/** How a parameter is shown and entered. */
public interface ControlDescription {
    String getParameterType();

    Map<String, String> getParameterTypeArguments();
}
