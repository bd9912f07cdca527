package org.ecsdelivery.dsl.files;

import java.util.List;

/**
 * What became of the files of a settings directory, by their paths below it.
 *
 * @param created files that were not there
 * @param changed files that said something else
 * @param removed files that an earlier run generated and this one does not
 * @param leftAlone files that are there and that nobody here generates
 */
public record Written(List<String> created, List<String> changed, List<String> removed, List<String> leftAlone) {
    /** Copies the lists. */
    public Written {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        leftAlone = List.copyOf(leftAlone);
    }

    /** Tells whether the directory was already as it should be. */
    public boolean isNothing() {
        return created.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
