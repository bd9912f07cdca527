package jetbrains.buildServer.util;

import org.jetbrains.annotations.NotNull;

/** What has options. */
public interface OptionSupport {
    /** Returns the value, which is the default where nobody has set another. */
    @NotNull
    <T> T getOption(@NotNull Option<T> option);
}
