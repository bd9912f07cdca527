package org.ecsdelivery.common.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.settings.CoverageSettings.Blocks;
import org.ecsdelivery.common.settings.CoverageSettings.CoverageSearch;
import org.ecsdelivery.common.settings.CoverageSettings.Html;
import org.ecsdelivery.common.settings.CoverageSettings.PatchSource;
import org.ecsdelivery.common.settings.CoverageSettings.PathRule;
import org.ecsdelivery.common.settings.CoverageSettings.Publication;
import org.ecsdelivery.common.settings.CoverageSettings.WhenMissing;

/** The parameters of the coverage step and their one parser. */
public final class CoverageParameters {
    /** Where the reports are. */
    public static final Parameter REPORTS = Parameter.lines(
            "coverage.reports",
            "Reports",
            "Enter one path or pattern per line, from the working directory, such as shards/**/lcov.info. All of them count"
                    + " as one. Leave it empty for the places where Karma, nyc, Jest, Vitest, JaCoCo, Go and .NET write.");
    /** What is done without reports. */
    public static final Parameter WHEN_MISSING = Parameter.choice(
            "coverage.whenMissing",
            "When there is no report",
            "ERROR: the build fails. WARNING: the build log warns. NOTHING: the build log says so.",
            List.of("ERROR", "WARNING", "NOTHING"));
    /** Whether old reports count. */
    public static final Parameter OLDER = Parameter.flag(
                    "coverage.older",
                    "Take older reports too",
                    "Also reads reports that were written before this build began, which are left out with a warning"
                            + " otherwise: a checkout directory keeps those of earlier builds.",
                    false)
            .amongAdvanced();
    /** What does not count. */
    public static final Parameter EXCLUDE = Parameter.lines(
            "coverage.exclude",
            "Leave out",
            "Enter one pattern of source files per line, such as src/generated/**. They count nowhere.");
    /** How paths are turned. */
    public static final Parameter PATHS = Parameter.lines(
                    "coverage.paths",
                    "Paths",
                    "Enter one rule per line, such as /app=>packages/web: reports name files by the paths of the machine"
                            + " that ran the tests. Most are found without a rule; the build log names those that are not.")
            .amongAdvanced();
    /** Which HTML is published. */
    public static final Parameter HTML = Parameter.choice(
            "coverage.html",
            "HTML report",
            "OWN: one that this step makes. READY_MADE: the one that a tool has made. NONE: only figures. TeamCity shows it"
                    + " in the Code Coverage tab.",
            List.of("OWN", "READY_MADE", "NONE"));
    /** Where a ready-made report is. */
    public static final Parameter HTML_DIRECTORY = Parameter.text(
            "coverage.htmlDirectory",
            "Directory of the HTML report",
            "Enter the path of the directory from the working directory, such as coverage/lcov-report; for HTML report"
                    + " READY_MADE.");
    /** What counts as blocks. */
    public static final Parameter BLOCKS = Parameter.choice(
                    "coverage.blocks",
                    "Block coverage",
                    "What TeamCity's block coverage shows. NONE: nothing. INSTRUCTIONS: JaCoCo's byte code instructions."
                            + " STATEMENTS: statements, as the TeamCity reporter of Istanbul has it.",
                    List.of("NONE", "INSTRUCTIONS", "STATEMENTS"))
            .amongAdvanced();
    /** Which lines are changed. */
    public static final Parameter PATCH = Parameter.choice(
            "coverage.patch",
            "Changed lines",
            "OFF: not looked at. GIT: lines that differ from where the branch began, which needs git and a checkout on the"
                    + " agent. DIFF: lines of a diff file. FILES: all lines of the files that TeamCity says the build's changes"
                    + " touch. Each changed line without a test is listed.",
            List.of("OFF", "GIT", "DIFF", "FILES"));
    /** What the checkout is compared with. */
    public static final Parameter PATCH_BASE = Parameter.text(
            "coverage.patchBase",
            "Compare with",
            "Enter the branch or revision that the changes will be merged into, such as origin/main; for Changed lines GIT.");
    /** The diff. */
    public static final Parameter PATCH_DIFF = Parameter.text(
            "coverage.patchDiff",
            "Diff file",
            "Enter the path of a file in the unified diff format, from the working directory; for Changed lines DIFF.");
    /** The least shares. */
    public static final Parameter MINIMUMS = Parameter.lines(
            "coverage.minimums",
            "At least",
            "Enter one demand per line: lines 80, branches 70.5, changed lines 90, or api: lines 75 for the component api."
                    + " The build fails when one is not met.");
    /** The parts. */
    public static final Parameter COMPONENTS = Parameter.lines(
                    "coverage.components",
                    "Components",
                    "Enter one per line with the patterns of its files, such as api=src/api/**, src/common/**.")
            .amongAdvanced();
    /** What must not fall. */
    public static final Parameter RATCHET = Parameter.text(
            "coverage.ratchet",
            "Must not fall",
            "Enter what must not fall below the baseline, such as lines, branches. Removing covered code is let pass: what"
                    + " is uncovered must not have grown then.");
    /** What it is compared with. */
    public static final Parameter BASELINE = Parameter.choice(
                    "coverage.baseline",
                    "Baseline",
                    "BUILD: the last successful build of the branch, or of the default branch. FILE: a file of the checkout.",
                    List.of("BUILD", "FILE"))
            .amongAdvanced();
    /** The file of the baseline. */
    public static final Parameter BASELINE_FILE = Parameter.text(
                    "coverage.baselineFile",
                    "Baseline file",
                    "Enter the path of a coverage.json that this step has published, from the working directory; for"
                            + " Baseline FILE.")
            .amongAdvanced();
    /** By how much it may fall. */
    public static final Parameter TOLERANCE = Parameter.text(
                    "coverage.tolerance",
                    "Tolerance, percentage points",
                    "Enter by how much a share may fall below the baseline, such as 0.1.")
            .amongAdvanced();
    /** Whether only part of the tests ran. */
    public static final Parameter PARTIAL = Parameter.flag(
                    "coverage.partial",
                    "Only part of the tests ran",
                    "Demands nothing, and keeps the figures from becoming a baseline. May be a parameter of the build.",
                    false)
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = List.of(
            REPORTS,
            WHEN_MISSING,
            OLDER,
            EXCLUDE,
            PATHS,
            HTML,
            HTML_DIRECTORY,
            BLOCKS,
            PATCH,
            PATCH_BASE,
            PATCH_DIFF,
            MINIMUMS,
            COMPONENTS,
            RATCHET,
            BASELINE,
            BASELINE_FILE,
            TOLERANCE,
            PARTIAL);

    private CoverageParameters() {}

    /** Reads the settings of the coverage step, or all the problems. */
    public static Parsed<CoverageSettings> parse(Map<String, String> given, References references) {
        ParameterReader reader = new ParameterReader(given, references);
        CoverageSearch search = search(reader);
        Publication publication = publication(reader);
        PatchSource patch = patch(reader);
        CoverageGate gate = CoverageDemands.read(reader, patch.kind() != PatchSource.Kind.OFF);
        return reader.finish(() -> new CoverageSettings(search, publication, patch, gate));
    }

    private static CoverageSearch search(ParameterReader reader) {
        return new CoverageSearch(
                reader.optional(REPORTS, CoverageParameters::patterns).orElse(List.of()),
                reader.optional(EXCLUDE, CoverageParameters::patterns).orElse(List.of()),
                reader.optional(PATHS, CoverageParameters::rules).orElse(List.of()),
                reader.optional(WHEN_MISSING, text -> TextForms.constant(WhenMissing.class, text))
                        .orElse(WhenMissing.ERROR),
                reader.flag(OLDER));
    }

    private static Publication publication(ParameterReader reader) {
        Html html = reader.optional(HTML, text -> TextForms.constant(Html.class, text))
                .orElse(Html.OWN);
        Optional<String> directory = reader.optional(HTML_DIRECTORY, path -> path);
        if (html == Html.READY_MADE && !reader.has(HTML_DIRECTORY)) {
            reader.reject(HTML_DIRECTORY, "nothing is given", HTML_DIRECTORY.help());
        }
        Blocks blocks = reader.optional(BLOCKS, text -> TextForms.constant(Blocks.class, text))
                .orElse(Blocks.NONE);
        return new Publication(html, directory, blocks);
    }

    private static PatchSource patch(ParameterReader reader) {
        PatchSource.Kind kind = reader.optional(PATCH, text -> TextForms.constant(PatchSource.Kind.class, text))
                .orElse(PatchSource.Kind.OFF);
        Optional<String> base = reader.optional(PATCH_BASE, CoverageParameters::revision);
        Optional<String> diff = reader.optional(PATCH_DIFF, path -> path);
        return switch (kind) {
            case OFF -> PatchSource.NONE;
            case GIT -> new PatchSource(kind, demanded(reader, PATCH_BASE, base));
            case DIFF -> new PatchSource(kind, demanded(reader, PATCH_DIFF, diff));
            case FILES -> new PatchSource(kind, Optional.empty());
        };
    }

    private static Optional<String> demanded(ParameterReader reader, Parameter parameter, Optional<String> value) {
        if (!reader.has(parameter)) {
            reader.reject(parameter, "nothing is given", parameter.help());
        }
        return value;
    }

    /** A revision that begins with a dash would be an option to git. */
    private static String revision(String text) {
        if (text.startsWith("-") || text.chars().anyMatch(c -> c <= ' ')) {
            throw new IllegalArgumentException("'" + text + "' is not a branch, tag or revision");
        }
        return text;
    }

    private static List<String> patterns(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replace('\\', '/'))
                .toList();
    }

    private static List<PathRule> rules(String text) {
        List<PathRule> rules = new ArrayList<>();
        for (String line : patterns(text)) {
            int arrow = line.indexOf("=>");
            if (arrow < 1) {
                throw new IllegalArgumentException("'" + line + "' is not of the form from=>to");
            }
            rules.add(new PathRule(
                    line.substring(0, arrow).strip(), line.substring(arrow + 2).strip()));
        }
        return List.copyOf(rules);
    }
}
