package org.ecsdelivery.dsl.classic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is said of one step.
 *
 * @param where the file and the line
 * @param step how messages call it
 * @param fact what becomes of it, or why it stays
 * @param details what a reviewer has to know
 */
public record Remark(String where, String step, String fact, List<String> details) {
    /** Copies the list. */
    public Remark {
        details = List.copyOf(details);
    }

    @Override
    public String toString() {
        return where + ": " + step + ": " + fact
                + details.stream().map(each -> "\n  - " + each).collect(Collectors.joining());
    }
}
