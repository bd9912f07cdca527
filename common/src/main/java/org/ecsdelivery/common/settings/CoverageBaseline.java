package org.ecsdelivery.common.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.common.value.CoverageMetric;

/**
 * The coverage of an earlier build, which the server hands to the agent as one parameter.
 *
 * @param origin where they come from, such as {@code build 12}
 * @param counts what was covered
 */
public record CoverageBaseline(String origin, Map<CoverageMetric, Counted> counts) {
    /** The build parameter. */
    public static final String PARAMETER = "ecs-delivery.coverage.baseline";

    /**
     * So many of so many.
     *
     * @param covered at most the total
     * @param total more than zero
     */
    public record Counted(long covered, long total) {
        /** Refuses what cannot be. */
        public Counted {
            if (covered < 0 || total < 1 || covered > total) {
                throw new IllegalArgumentException(covered + " of " + total + " cannot be");
            }
        }
    }

    /** Copies the counts. */
    public CoverageBaseline {
        Map<CoverageMetric, Counted> copy = new EnumMap<>(CoverageMetric.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
    }

    /** Returns what was covered. */
    public Optional<Counted> of(CoverageMetric metric) {
        return Optional.ofNullable(counts.get(metric));
    }

    /** Returns the value of the parameter, such as {@code lines=80/100 branches=7/20 from=1.2.3}. */
    public String text() {
        return counts.entrySet().stream()
                        .map(each ->
                                each.getKey().word() + "=" + each.getValue().covered() + "/"
                                        + each.getValue().total() + " ")
                        .collect(Collectors.joining())
                + "from=" + origin;
    }

    /** Reads the value of the parameter; what is none is no baseline. */
    public static Optional<CoverageBaseline> parse(String text) {
        int end = text.indexOf("from=");
        if (end < 0) {
            return Optional.empty();
        }
        try {
            Map<CoverageMetric, Counted> counts = new EnumMap<>(CoverageMetric.class);
            Arrays.stream(text.substring(0, end).split(" "))
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> read(part, counts));
            return Optional.of(new CoverageBaseline(text.substring(end + 5), counts));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static void read(String part, Map<CoverageMetric, Counted> counts) {
        int equals = part.indexOf('=');
        int slash = part.indexOf('/');
        if (equals < 0 || slash < equals) {
            throw new IllegalArgumentException(part);
        }
        CoverageMetric metric = CoverageMetric.of(part.substring(0, equals))
                .orElseThrow(() -> new IllegalArgumentException("'" + part + "' is about no metric"));
        counts.put(
                metric,
                new Counted(
                        Long.parseLong(part.substring(equals + 1, slash)), Long.parseLong(part.substring(slash + 1))));
    }
}
