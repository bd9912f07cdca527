package org.ecsdelivery.engine.coverage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts the warnings of one report: of each kind the first is kept, so that a broken report cannot flood a log. */
public final class WarningTally {
    private static final int LONGEST = 300;

    private final String report;
    private final Map<CoverageWarning.Kind, CoverageWarning> firsts = new EnumMap<>(CoverageWarning.Kind.class);

    /** Starts with no warnings. */
    public WarningTally(String report) {
        this.report = report;
    }

    /** Counts one more; its place is only asked for when it is the first of its kind. */
    public void add(CoverageWarning.Kind kind, Supplier<String> place) {
        CoverageWarning known = firsts.get(kind);
        firsts.put(
                kind,
                known == null
                        ? new CoverageWarning(kind, report, shortened(place.get()), 1)
                        : new CoverageWarning(kind, report, known.first(), known.times() + 1));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    /** Returns one warning for each kind that came up. */
    public List<CoverageWarning> warnings() {
        return new ArrayList<>(firsts.values());
    }
}
