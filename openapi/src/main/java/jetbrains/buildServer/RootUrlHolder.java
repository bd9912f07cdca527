package jetbrains.buildServer;

import org.jetbrains.annotations.NotNull;

/** Knows the address under which people open the server. */
public interface RootUrlHolder {
    @NotNull
    String getRootUrl();
}
