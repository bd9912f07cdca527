package jetbrains.buildServer.parameters;

import java.util.Map;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Parameters by name. */
public interface ParametersProvider {
    @Nullable
    String get(@NotNull String key);

    int size();

    @NotNull
    Map<String, String> getAll();
}
