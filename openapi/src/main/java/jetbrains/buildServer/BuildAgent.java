package jetbrains.buildServer;

import org.jetbrains.annotations.NotNull;

/** An agent as the server knows it. */
public interface BuildAgent {
    int getId();

    @NotNull
    String getName();
}
