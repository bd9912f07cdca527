package org.ecsdelivery.engine.coverage.read;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.coverage.UnreadableReport;

/** Finds the format of a report by how it begins. */
final class FormatSearch {
    private static final Pattern LCOV = Pattern.compile("(?m)^(SF:|TN:|KF:)");
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.-]*)([^>]*)");
    private static final Pattern PROJECT = Pattern.compile("<(project|packages|sources|package|class)[\\s/>]");
    private static final Map<String, String> OTHERS = Map.of(
            "Root", "dotCover's own XML",
            "results", "Visual Studio's coverage XML",
            "CoverageDSPriv", "Visual Studio's coverage XML",
            "scoverage", "scoverage's own XML",
            "html", "a web page");

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
        return find(beginning.strip()).orElseThrow(() -> unknown(report, beginning.strip()));
    }

    private static Optional<ReportFormat> find(String beginning) {
        return switch (beginning.charAt(0)) {
            case '<' -> xml(beginning);
            case '{' -> json(beginning);
            default -> text(beginning);
        };
    }

    private static Optional<ReportFormat> text(String beginning) {
        if (beginning.startsWith("mode: ")) {
            return Optional.of(ReportFormat.GO);
        }
        return LCOV.matcher(beginning).find() ? Optional.of(ReportFormat.LCOV) : Optional.empty();
    }

    private static Optional<ReportFormat> json(String beginning) {
        if (beginning.contains("\"pct\"") && !beginning.contains("\"statementMap\"")) {
            return Optional.of(ReportFormat.ISTANBUL_SUMMARY);
        }
        boolean istanbul = beginning.contains("\"statementMap\"")
                || beginning.contains("\"path\"")
                || beginning.contains("\"fnMap\"")
                || beginning.substring(1).strip().startsWith("}");
        return istanbul ? Optional.of(ReportFormat.ISTANBUL) : Optional.empty();
    }

    private static Optional<ReportFormat> xml(String beginning) {
        Matcher root = root(beginning);
        return switch (root.find() ? root.group(1) : "") {
            case "coverage" -> Optional.of(isClover(root, beginning) ? ReportFormat.CLOVER : ReportFormat.COBERTURA);
            case "report" -> Optional.of(ReportFormat.JACOCO);
            case "CoverageSession" -> Optional.of(ReportFormat.OPENCOVER);
            default -> Optional.empty();
        };
    }

    private static Matcher root(String beginning) {
        Matcher root = ROOT.matcher(beginning);
        root.region(Prologue.end(beginning), beginning.length());
        return root;
    }

    private static boolean isClover(Matcher root, String beginning) {
        if (root.group(2).contains("clover=")) {
            return true;
        }
        Matcher first = PROJECT.matcher(beginning).region(root.end(), beginning.length());
        return first.find() && first.group(1).equals("project");
    }

    private static UnreadableReport unknown(String report, String beginning) {
        Matcher root = root(beginning);
        String other = beginning.charAt(0) == '<' && root.find() ? OTHERS.getOrDefault(root.group(1), "") : "";
        return new UnreadableReport(
                report,
                "",
                other.isEmpty()
                        ? "it is of no known format; it begins with \"" + shown(beginning) + "\""
                        : "it is " + other + ", which is not read",
                "Have the tool write one of "
                        + Arrays.stream(ReportFormat.values())
                                .map(ReportFormat::label)
                                .collect(Collectors.joining(", "))
                        + ", or leave this file out.",
                null);
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(60, text.length())).replaceAll("\\p{Cntrl}+", " ");
    }
}
