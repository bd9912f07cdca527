package org.ecsdelivery.engine.coverage.path;

import java.util.Optional;

/**
 * A directory of a report that is another one in the checkout, written {@code from=>to}.
 *
 * @param from how the paths of the report begin
 * @param to what to put there instead; empty for the checkout itself
 */
public record PathRule(String from, String to) {
    /** Makes both sides plain. */
    public PathRule {
        from = trimmed(PlainPath.of(from.trim()));
        to = trimmed(PlainPath.of(to.trim()));
        if (from.isEmpty()) {
            throw new IllegalArgumentException("a path rule needs a directory before =>");
        }
    }

    private static String trimmed(String path) {
        String bare = path.equals(".") ? "" : path;
        return bare.length() > 1 && bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** Returns the path by this rule, empty when the rule is not about it. */
    Optional<String> apply(String path) {
        if (path.equals(from)) {
            return Optional.of(to);
        }
        String rest = PlainPath.below(from, path);
        return rest == null ? Optional.empty() : Optional.of(to.isEmpty() ? rest : to + "/" + rest);
    }
}
