package jetbrains.buildServer.util;

import java.util.Map;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** One of the options that TeamCity keeps besides parameters; here only those of a build configuration that a plugin asks for. */
public class Option<T> {
    private static final Map<String, Option<?>> KNOWN = Map.of(
            "executionTimeoutMin", new Option<Integer>("executionTimeoutMin"),
            "allowPersonalBuildTriggering", new Option<Boolean>("allowPersonalBuildTriggering"));

    private final String key;

    private Option(String key) {
        this.key = key;
    }

    /** Returns the option of that name, as it stands in versioned settings. */
    @Nullable
    public static Option fromKey(@NotNull String key) {
        return KNOWN.get(key);
    }

    @NotNull
    public String getKey() {
        return key;
    }
}
