package org.ecsdelivery.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.common.settings.ScanParameters;
import org.ecsdelivery.common.settings.ScanSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;
import org.ecsdelivery.engine.scan.JudgedFinding;
import org.ecsdelivery.engine.scan.Ruling;
import org.ecsdelivery.engine.scan.ScanResult;
import org.ecsdelivery.engine.scan.ScannedImage;

/**
 * What came of the scan of an image: lines for the log, the last word, a page and a document.
 *
 * @param result the result
 */
public record ScanSummary(ScanResult result) {
    private static final int LISTED = 20;
    private static final int NAMED = 5;
    private static final String NOT_DEPLOYED =
            " The image stays in the registry; ecs-delivery.image.uri and the other parameters of it are not set.";

    /** Returns the lines for the log. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        result.missing().forEach(each -> lines.add(warning(unknown(each) + ".")));
        result.excused()
                .forEach(each -> lines.add(normal(each.label() + " passes although ECR cannot scan it (" + words(each)
                        + "): " + ScanParameters.UNSCANNABLE.name() + " is on.")));
        Level grave = result.settings().mode() == ImageScan.GATE ? Level.ERROR : Level.WARNING;
        List<JudgedFinding> counted = result.counted();
        counted.stream().limit(LISTED).forEach(each -> lines.add(new Line(grave, sentence(each))));
        if (counted.size() > LISTED) {
            lines.add(warning("And " + (counted.size() - LISTED)
                    + " more that count: see the artifact ecs-delivery/image-scan.html."));
        }
        result.findings().stream()
                .filter(each -> each.ruling() == Ruling.IGNORED)
                .forEach(each -> lines.add(normal(each.finding().name() + " in "
                        + each.finding().component() + " is ignored " + each.because() + ".")));
        result.expired()
                .forEach(entry -> lines.add(warning("The entry for " + entry.name() + " in "
                        + ScanParameters.IGNORED.label() + " (" + ScanParameters.IGNORED.name() + ") ended with "
                        + entry.until() + " and has no effect any more.")));
        result.unused()
                .forEach(entry -> lines.add(normal("Nothing was found of " + entry.name() + ", which "
                        + ScanParameters.IGNORED.name() + " ignores: the entry can go.")));
        lines.addAll(targets());
        lines.add(normal(counts() + "."));
        return lines;
    }

    /** Which repository has which findings matters only where they differ: each registry scans by settings of its own. */
    private List<Line> targets() {
        List<Line> lines = new ArrayList<>();
        result.notScanned()
                .forEach(each -> lines.add(normal("The image is not scanned in " + each.name()
                        + ": ECR scans what is in its private repositories only.")));
        long different =
                result.targets().stream().map(result::findings).distinct().count();
        if (different > 1) {
            result.targets().forEach(each -> lines.add(normal("In " + each.name() + ": " + counts(each) + ".")));
        } else if (result.targets().size() > 1 && result.targets().stream().allMatch(result::isScanned)) {
            lines.add(normal(
                    "The findings are the same in all " + result.targets().size() + " repositories."));
        }
        return lines;
    }

    private String counts(ImageReference target) {
        return result.isScanned(target) || !result.findings(target).isEmpty()
                ? counts(result.findings(target))
                : "no result";
    }

    private static Line normal(String text) {
        return new Line(Level.NORMAL, text);
    }

    private static Line warning(String text) {
        return new Line(Level.WARNING, text);
    }

    private static String sentence(JudgedFinding judged) {
        String fix = judged.finding().fix().version().isEmpty()
                ? ""
                : ", fixed in " + judged.finding().fix().version();
        return judged.finding().severity() + " " + judged.finding().name() + " in "
                + judged.finding().component() + fix + ".";
    }

    private static String unknown(ScannedImage image) {
        return "There is no result of a scan of " + image.label() + ": " + words(image);
    }

    private static String words(ScannedImage image) {
        String reported = image.last().reported();
        return image.last().status() + (reported.isEmpty() ? "" : ", " + reported);
    }

    /** Returns how many findings there are of each severity, and of which ruling. */
    public String counts() {
        return counts(result.findings());
    }

    private static String counts(List<JudgedFinding> findings) {
        if (findings.isEmpty()) {
            return "No findings";
        }
        String severities = Arrays.stream(FindingSeverity.values())
                .filter(each -> count(findings, each) > 0)
                .map(each -> count(findings, each) + " " + each)
                .collect(Collectors.joining(", "));
        String rulings = Arrays.stream(Ruling.values())
                .filter(each -> count(findings, each) > 0)
                .map(each -> count(findings, each) + " " + word(each))
                .collect(Collectors.joining(", "));
        return Amount.of(findings.size(), "finding") + ": " + severities + "; " + rulings;
    }

    private static long count(List<JudgedFinding> findings, FindingSeverity severity) {
        return findings.stream()
                .filter(each -> each.finding().severity() == severity)
                .count();
    }

    private static long count(List<JudgedFinding> findings, Ruling ruling) {
        return findings.stream().filter(each -> each.ruling() == ruling).count();
    }

    static String word(Ruling ruling) {
        return switch (ruling) {
            case COUNTS -> "counting";
            case NOT_GRAVE -> "not grave enough";
            case NO_FIX -> "without a fix";
            case IGNORED -> "ignored";
            case KNOWN -> "known before";
            case SUPPRESSED -> "suppressed by Amazon Inspector";
        };
    }

    /** Returns why the step must not go on; nothing when it may. */
    public Optional<EngineException> refusal() {
        if (result.passes()) {
            return Optional.empty();
        }
        return Optional.of(result.counted().isEmpty() ? unavailable() : found());
    }

    private EngineException found() {
        List<JudgedFinding> counted = result.counted();
        String named = counted.stream()
                .limit(NAMED)
                .map(each -> each.finding().severity() + " " + each.finding().name() + " in "
                        + each.finding().component())
                .collect(Collectors.joining("; "));
        int more = counted.size() - NAMED;
        ScanSettings settings = result.settings();
        return new EngineException(
                FailureKind.SCAN_FINDINGS,
                "The scan of " + images() + " has " + Amount.of(counted.size(), "finding") + " of "
                        + settings.failOn() + " or graver that count: " + named
                        + (more > 0 ? "; and " + more + " more" : ""),
                "",
                "Update what they are in, or excuse one for a while in " + ScanParameters.IGNORED.label() + " ("
                        + ScanParameters.IGNORED.name() + ")." + NOT_DEPLOYED);
    }

    private String images() {
        return result.targets().stream().map(Object::toString).collect(Collectors.joining(" and "));
    }

    private EngineException unavailable() {
        String fact = result.missing().stream().map(ScanSummary::unknown).collect(Collectors.joining("; "));
        boolean unsupported = result.missing().stream().allMatch(ScannedImage::isUnsupported);
        String remedy = unsupported
                ? "Switch on " + ScanParameters.UNSCANNABLE.label() + " (" + ScanParameters.UNSCANNABLE.name()
                        + "), or enhanced scanning, which knows more kinds of images."
                : "Look at the registry's scanning configuration, or raise " + ScanParameters.TIMEOUT.label() + " ("
                        + ScanParameters.TIMEOUT.name() + "), now "
                        + result.settings().timeout().toMinutes() + ".";
        return new EngineException(FailureKind.SCAN_UNAVAILABLE, fact, "", remedy + NOT_DEPLOYED);
    }

    /** Returns the document, JSON. */
    public String json() {
        return ScanJson.of(this);
    }

    /** Returns the page, HTML. */
    public String html() {
        return ScanPage.of(this);
    }
}
