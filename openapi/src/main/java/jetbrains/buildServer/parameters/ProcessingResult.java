package jetbrains.buildServer.parameters;

import org.jetbrains.annotations.NotNull;

/** A text after its references were resolved. */
public interface ProcessingResult {
    boolean isModified();

    @NotNull
    String getResult();

    boolean isFullyResolved();
}
