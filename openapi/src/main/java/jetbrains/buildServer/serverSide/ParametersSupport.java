package jetbrains.buildServer.serverSide;

import jetbrains.buildServer.parameters.ParametersProvider;
import jetbrains.buildServer.parameters.ValueResolver;
import org.jetbrains.annotations.NotNull;

/** Something with parameters that can be resolved. */
public interface ParametersSupport {
    @NotNull
    ParametersProvider getParametersProvider();

    @NotNull
    ValueResolver getValueResolver();
}
