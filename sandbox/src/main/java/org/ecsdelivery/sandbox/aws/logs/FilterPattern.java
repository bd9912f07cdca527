package org.ecsdelivery.sandbox.aws.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ecsdelivery.sandbox.aws.front.AwsError;

/**
 * The terms of a filter pattern for unstructured lines.
 *
 * <p>All plain terms must occur, at least one of those with a question mark, and none of those with a minus, as "Filter
 * pattern syntax" in the CloudWatch Logs user guide has it; case counts.
 */
record FilterPattern(List<String> all, List<String> any, List<String> none) {

    private static final Pattern TERM = Pattern.compile("([?-]?)(?:\"([^\"]*)\"|(\\S+))");

    FilterPattern {
        all = List.copyOf(all);
        any = List.copyOf(any);
        none = List.copyOf(none);
    }

    static FilterPattern parse(String text) {
        if (text.startsWith("{") || text.startsWith("[") || text.startsWith("%")) {
            throw AwsError.client(
                    "InvalidParameterException",
                    "This stand-in filters by terms only; the pattern '" + text + "' needs JSON, columns or a regex.");
        }
        List<String> all = new ArrayList<>();
        List<String> any = new ArrayList<>();
        List<String> none = new ArrayList<>();
        TERM.matcher(text).results().forEach(term -> list(term, all, any, none).add(words(term)));
        return new FilterPattern(all, any, none);
    }

    boolean matches(String message) {
        return all.stream().allMatch(message::contains)
                && (any.isEmpty() || any.stream().anyMatch(message::contains))
                && none.stream().noneMatch(message::contains);
    }

    private static List<String> list(MatchResult term, List<String> all, List<String> any, List<String> none) {
        return switch (term.group(1)) {
            case "?" -> any;
            case "-" -> none;
            default -> all;
        };
    }

    private static String words(MatchResult term) {
        return term.group(2) == null ? term.group(3) : term.group(2);
    }
}
