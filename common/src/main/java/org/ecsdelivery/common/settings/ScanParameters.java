package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;

/** The parameters of the image step that say what becomes of the findings of a scan. */
public final class ScanParameters {
    private static final int MINUTES = 10;

    /** Whether to wait for the scan. */
    public static final Parameter SCAN = Parameter.choice(
            "image.scan",
            "Vulnerability scan",
            "OFF: nobody waits for ECR's scan of the image. REPORT: the step waits for it and reports what it found. GATE: the step"
                    + " also fails when a finding counts, or when there is no result; ecs-delivery.image.uri and the other parameters"
                    + " of the image are not set then, so that no later step deploys it.",
            List.of("OFF", "REPORT", "GATE"));
    /** The least severity that counts. */
    public static final Parameter FAIL_ON = Parameter.choice(
            "image.failOnSeverity",
            "Findings count from",
            "The least severity that counts; graver findings count too.",
            List.of("CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL"));
    /** Whether findings without a fix do not count. */
    public static final Parameter ONLY_FIXABLE = Parameter.flag(
                    "image.failOnlyFixable",
                    "Only findings with a fix count",
                    "Findings without a fix do not count: nobody could mend them by an update. Enhanced scanning tells; with basic"
                            + " scanning, which does not, every finding counts as before.",
                    false)
            .amongAdvanced();
    /** Findings that do not count for a while. */
    public static final Parameter IGNORED = Parameter.lines(
                    "image.ignoredFindings",
                    "Ignored findings",
                    "Enter one CVE-2026-12345 until 2026-12-31 because REASON per line for a finding that does not count up to and with"
                            + " that day (UTC). Afterwards it counts again, and the build log says so.")
            .amongAdvanced();
    /** The image whose findings do not count. */
    public static final Parameter BASELINE = Parameter.text(
                    "image.scanBaseline",
                    "Only new findings count",
                    "Findings that this image has too do not count. Enter cluster/service for the image that a service runs now, or a"
                            + " digest (sha256:...) or tag of the same repository; a tag means what it means before the push.")
            .amongAdvanced();
    /** Whether an image that cannot be scanned passes. */
    public static final Parameter UNSCANNABLE = Parameter.flag(
                    "image.unscannablePasses",
                    "Let an image pass that ECR cannot scan",
                    "Basic scanning knows operating system packages only and refuses an image without any, such as one FROM scratch."
                            + " Switch it on for such images; it does not excuse a scan that failed or did not end in time.",
                    false)
            .amongAdvanced();
    /** How long to wait. */
    public static final Parameter TIMEOUT = Parameter.number(
                    "image.scanTimeoutMinutes",
                    "Scan time limit in minutes",
                    "How long to wait for the scan, 1 to 1440. Scans take from seconds to a few minutes.",
                    MINUTES)
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL =
            List.of(SCAN, FAIL_ON, ONLY_FIXABLE, IGNORED, BASELINE, UNSCANNABLE, TIMEOUT);

    private ScanParameters() {}

    static ScanSettings read(ParameterReader reader) {
        Optional<ImageScan> mode = reader.optional(SCAN, text -> TextForms.constant(ImageScan.class, text));
        Optional<FindingSeverity> failOn = reader.optional(FAIL_ON, ScanParameters::severity);
        boolean onlyFixable = reader.flag(ONLY_FIXABLE);
        Optional<List<IgnoredFinding>> ignored = reader.optional(IGNORED, IgnoredFinding::list);
        Optional<ScanBaseline> baseline = reader.optional(BASELINE, ScanBaseline::parse);
        boolean unscannable = reader.flag(UNSCANNABLE);
        Optional<Duration> timeout = reader.optional(TIMEOUT, TextForms::minutes);
        return new ScanSettings(
                mode.orElse(ImageScan.OFF),
                failOn.orElse(FindingSeverity.CRITICAL),
                onlyFixable,
                ignored.orElse(List.of()),
                baseline,
                unscannable,
                timeout.orElse(Duration.ofMinutes(MINUTES)));
    }

    private static FindingSeverity severity(String text) {
        FindingSeverity severity = TextForms.constant(FindingSeverity.class, text);
        if (severity == FindingSeverity.UNDEFINED) {
            throw new IllegalArgumentException("'" + text + "' is none of " + FAIL_ON.choices());
        }
        return severity;
    }
}
