package org.ecsdelivery.engine.coverage.read;

import java.util.regex.Pattern;
import org.ecsdelivery.engine.coverage.UnreadableReport;

/** Finds the format of a report by how it begins. */
final class FormatSearch {
    private static final Pattern LCOV = Pattern.compile("(?m)^(SF:|TN:|KF:)");

    private FormatSearch() {}

    static ReportFormat in(String report, ReportBytes bytes) {
        String beginning = bytes.beginning();
        if (beginning.isBlank()) {
            throw new UnreadableReport(
                    report,
                    "",
                    bytes.isEmpty() ? "it is empty" : "it begins with nothing but blanks",
                    "Look whether the tests ran to their end, with coverage switched on.",
                    null);
        }
        if (LCOV.matcher(beginning).find()) {
            return ReportFormat.LCOV;
        }
        throw new UnreadableReport(
                report,
                "",
                "it is of no known format; it begins with \"" + shown(beginning) + "\"",
                "Name reports of lcov, or leave this file out.",
                null);
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(60, text.length())).replaceAll("\\p{Cntrl}+", " ");
    }
}
