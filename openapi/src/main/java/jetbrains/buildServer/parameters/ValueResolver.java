package jetbrains.buildServer.parameters;

import java.util.Map;
import org.jetbrains.annotations.NotNull;

/** Resolves references such as {@code %build.number%}. */
public interface ValueResolver {
    @NotNull
    ProcessingResult resolve(@NotNull String value);

    @NotNull
    Map<String, String> resolve(@NotNull Map<String, String> parameters);
}
