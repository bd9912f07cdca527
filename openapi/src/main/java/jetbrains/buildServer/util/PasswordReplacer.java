package jetbrains.buildServer.util;

import java.util.Set;
import org.jetbrains.annotations.NotNull;

/** Keeps secrets out of the build log: an exact match of an added value is masked. */
public interface PasswordReplacer {
    @NotNull
    String replacePasswords(@NotNull String text);

    boolean hasPasswords();

    @NotNull
    Set<String> getPasswords();

    boolean addPassword(@NotNull String password);
}
