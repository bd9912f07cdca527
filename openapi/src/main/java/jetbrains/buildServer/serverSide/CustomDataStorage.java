package jetbrains.buildServer.serverSide;

import java.util.Map;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** Values that a plugin keeps on the server with a build configuration; what is put is written by {@link #flush()} at the latest. */
public interface CustomDataStorage {
    void putValues(@NotNull Map<String, String> values);

    @Nullable
    Map<String, String> getValues();

    @Nullable
    String getValue(@NotNull String key);

    void putValue(@NotNull String key, @Nullable String value);

    void flush();

    void dispose();
}
