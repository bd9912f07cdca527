package org.ecsdelivery.engine.coverage.patch;

import java.util.List;
import org.ecsdelivery.engine.coverage.Count;

/**
 * What was covered of the changed lines of one file.
 *
 * @param path its path in the checkout
 * @param lines those of the changed lines that hold code
 * @param branches the branches in them
 * @param missed the changed lines that did not run
 * @param partial the changed lines that ran, but not in all their branches
 */
public record PatchFile(String path, Count lines, Count branches, List<Integer> missed, List<Integer> partial) {
    /** Keeps its own lists. */
    public PatchFile {
        missed = List.copyOf(missed);
        partial = List.copyOf(partial);
    }
}
