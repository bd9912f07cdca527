package org.ecsdelivery.dsl.command;

import org.ecsdelivery.dsl.files.Written;

/** Says how many files something becomes of. */
final class Counts {
    private Counts() {}

    static String of(Written written) {
        return counts(written, " created, ");
    }

    static String ofPlan(Written written) {
        return counts(written, " would be created, ");
    }

    private static String counts(Written written, String created) {
        return files(written.created().size()) + created + written.changed().size() + " changed, "
                + written.removed().size() + " removed";
    }

    static String files(int count) {
        return count + (count == 1 ? " file" : " files");
    }
}
