package org.ecsdelivery.engine.coverage.html;

import java.util.Optional;

/** Reads source files of the checkout, and nothing else, whatever a path says. Two threads may ask at once. */
@FunctionalInterface
public interface Sources {
    /** No source is at hand. */
    Sources NONE = (path, most) -> Optional.empty();

    /**
     * Reads the start of that file.
     *
     * @param path a path as the report has it, which may be hostile
     * @param most how many bytes are wanted at most
     * @return the first bytes; nothing when there is no such file in the checkout or it cannot be read
     */
    Optional<byte[]> read(String path, int most);
}
