package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.settings.IgnoredFinding;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.common.settings.ScanSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;
import org.ecsdelivery.engine.scan.Finding;
import org.ecsdelivery.engine.scan.Findings;
import org.ecsdelivery.engine.scan.JudgedFinding;
import org.ecsdelivery.engine.scan.Ruling;
import org.ecsdelivery.engine.scan.ScanResult;
import org.ecsdelivery.engine.scan.ScanState;
import org.ecsdelivery.engine.scan.ScanState.Progress;
import org.ecsdelivery.engine.scan.ScannedImage;
import org.junit.jupiter.api.Test;

class ScanSummaryTest {
    private static final ImageReference IMAGE = ImageReference.parse("team/shop@sha256:" + "1".repeat(64));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Finding HIGH = Findings.of("CVE-2026-2", FindingSeverity.HIGH, "curl", "8.0");

    private ImageScan mode = ImageScan.GATE;
    private List<IgnoredFinding> ignored = List.of();
    private boolean unscannablePasses;

    private ScanSettings settings() {
        return new ScanSettings(
                mode,
                FindingSeverity.CRITICAL,
                false,
                ignored,
                Optional.empty(),
                unscannablePasses,
                Duration.ofMinutes(10));
    }

    private ScanSummary summary(ScanState last, JudgedFinding... findings) {
        return new ScanSummary(new ScanResult(
                List.of(IMAGE),
                List.of(),
                settings(),
                List.of(image(IMAGE, "team/shop@111111111111", last, findings)),
                TODAY,
                Duration.ofSeconds(42)));
    }

    private static ScannedImage image(ImageReference image, String label, ScanState last, JudgedFinding... findings) {
        return new ScannedImage(image, Optional.empty(), label, last, List.of(findings));
    }

    private ScanSummary inTwo(ScanState lastThere, List<JudgedFinding> here, List<JudgedFinding> there) {
        ImageReference second = IMAGE.inRegistry(new RegistryHost("210987654321.dkr.ecr.us-east-1.amazonaws.com"));
        ScanState done = new ScanState(Progress.DONE, "COMPLETE", "", List.of());
        return new ScanSummary(new ScanResult(
                List.of(IMAGE, second),
                List.of(ImageReference.parse("ghcr.io/example/shop")),
                settings(),
                List.of(
                        image(IMAGE, "here", done, here.toArray(JudgedFinding[]::new)),
                        image(second, "there", lastThere, there.toArray(JudgedFinding[]::new))),
                TODAY,
                Duration.ofSeconds(42)));
    }

    private static List<String> texts(ScanSummary summary) {
        return summary.lines().stream().map(Line::text).toList();
    }

    @Test
    void tellsPerRepositoryWhatIsFoundWhereItDiffers() {
        ScanState done = new ScanState(Progress.DONE, "COMPLETE", "", List.of());
        assertThat(texts(inTwo(done, List.of(), List.of(counting(Findings.CRITICAL)))))
                .contains(
                        "In team/shop: No findings.",
                        "In 210987654321.dkr.ecr.us-east-1.amazonaws.com/team/shop: 1 finding: 1 CRITICAL; 1 counting.",
                        "The image is not scanned in ghcr.io/example/shop: ECR scans what is in its private repositories"
                                + " only.");
    }

    @Test
    void saysOnceWhatAllRepositoriesHaveAlike() {
        ScanState done = new ScanState(Progress.DONE, "COMPLETE", "", List.of());
        List<JudgedFinding> both = List.of(counting(Findings.CRITICAL));
        assertThat(texts(inTwo(done, both, both)))
                .contains("The findings are the same in all 2 repositories.")
                .noneMatch(line -> line.startsWith("In "));
    }

    @Test
    void doesNotTakeALackOfResultsForAlike() {
        ScanSummary summary = inTwo(ScanState.of(Progress.FAILED, "no scan", "off"), List.of(), List.of());
        assertThat(texts(summary)).noneMatch(line -> line.contains("the same"));
        assertThat(summary.refusal()).isPresent();
    }

    @Test
    void namesAllRepositoriesInDocumentAndPage() {
        ScanState done = new ScanState(Progress.DONE, "COMPLETE", "", List.of());
        ScanSummary summary = inTwo(done, List.of(), List.of());
        assertThat(summary.json()).contains("\"notScanned\" : [ \"ghcr.io/example/shop\" ]", "us-east-1");
        assertThat(summary.html()).contains("ghcr.io/example/shop", "us-east-1", "Not scanned");
    }

    private ScanSummary found(JudgedFinding... findings) {
        List<Finding> all = Arrays.stream(findings).map(JudgedFinding::finding).toList();
        return summary(new ScanState(Progress.DONE, "COMPLETE", "", all), findings);
    }

    private static JudgedFinding counting(Finding finding) {
        return new JudgedFinding(finding, Ruling.COUNTS, "");
    }

    private static JudgedFinding excused(Finding finding, Ruling ruling, String because) {
        return new JudgedFinding(finding, ruling, because);
    }

    @Test
    void saysHowManyThereAreAndHowManyCount() {
        assertThat(found(counting(Findings.CRITICAL), excused(HIGH, Ruling.NOT_GRAVE, ""))
                        .counts())
                .isEqualTo("2 findings: 1 CRITICAL, 1 HIGH; 1 counting, 1 not grave enough");
        assertThat(found().counts()).isEqualTo("No findings");
    }

    @Test
    void namesEveryFindingThatCounts() {
        Finding fixed = Findings.fixedIn(Findings.CRITICAL, "3.0.2");
        assertThat(found(counting(fixed)).lines())
                .contains(new Line(Level.ERROR, "CRITICAL CVE-2026-1 in openssl 3.0.1, fixed in 3.0.2."));
        mode = ImageScan.REPORT;
        assertThat(found(counting(fixed)).lines())
                .contains(new Line(Level.WARNING, "CRITICAL CVE-2026-1 in openssl 3.0.1, fixed in 3.0.2."));
    }

    @Test
    void doesNotFloodTheLog() {
        JudgedFinding[] many = IntStream.range(0, 300)
                .mapToObj(number -> counting(Findings.of("CVE-" + number, FindingSeverity.CRITICAL, "tar", "1")))
                .toArray(JudgedFinding[]::new);
        assertThat(found(many).lines())
                .hasSizeLessThan(25)
                .extracting(Line::text)
                .anyMatch(line -> line.startsWith("And 280 more"));
    }

    @Test
    void tellsWhatIsIgnoredWhatIsOverAndWhatCanGo() {
        ignored = List.of(
                new IgnoredFinding("CVE-2026-1", LocalDate.of(2026, 12, 31), "no TLS here"),
                new IgnoredFinding("CVE-2026-2", LocalDate.of(2026, 11, 19), "soon"),
                new IgnoredFinding("CVE-2026-3", LocalDate.of(2026, 12, 31), "never seen"));
        assertThat(found(excused(Findings.CRITICAL, Ruling.IGNORED, "until 2026-12-31 because no TLS here"))
                        .lines())
                .extracting(Line::text)
                .contains(
                        "CVE-2026-1 in openssl 3.0.1 is ignored until 2026-12-31 because no TLS here.",
                        "The entry for CVE-2026-2 in Ignored findings (image.ignoredFindings) ended with 2026-11-19 and has no effect any more.",
                        "Nothing was found of CVE-2026-3, which image.ignoredFindings ignores: the entry can go.");
    }

    @Test
    void refusesFindingsThatCountAndSaysWhatToDo() {
        assertThat(found(counting(Findings.CRITICAL)).refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.kind()).isEqualTo(FailureKind.SCAN_FINDINGS);
            assertThat(refusal)
                    .hasMessageContaining("1 finding of CRITICAL or graver that count")
                    .hasMessageContaining("image.ignoredFindings")
                    .hasMessageContaining("ecs-delivery.image.uri");
        });
    }

    @Test
    void refusesAnImageThatCannotBeScannedAndNamesTheSwitch() {
        ScanState unsupported = ScanState.of(Progress.UNSUPPORTED, "FAILED", "UnsupportedImageError: no packages");
        assertThat(summary(unsupported).refusal().map(EngineException::getMessage))
                .hasValueSatisfying(text ->
                        assertThat(text).contains("UnsupportedImageError: no packages", "image.unscannablePasses"));
        unscannablePasses = true;
        assertThat(summary(unsupported).refusal()).isEmpty();
        assertThat(summary(unsupported).lines())
                .extracting(Line::text)
                .anyMatch(line -> line.contains("passes although ECR cannot scan it"));
    }

    @Test
    void refusesAScanThatDidNotEndAndSaysWhereItWas() {
        assertThat(summary(ScanState.of(Progress.RUNNING, "PENDING", "")).refusal())
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(FailureKind.SCAN_UNAVAILABLE);
                    assertThat(refusal)
                            .hasMessageContaining("team/shop@111111111111: PENDING")
                            .hasMessageContaining("image.scanTimeoutMinutes), now 10");
                });
    }

    @Test
    void refusesNothingWhereItOnlyReports() {
        mode = ImageScan.REPORT;
        assertThat(found(counting(Findings.CRITICAL)).refusal()).isEmpty();
        ScanSummary unknown = summary(ScanState.of(Progress.RUNNING, "PENDING", ""));
        assertThat(unknown.refusal()).isEmpty();
        assertThat(unknown.lines()).extracting(Line::level).contains(Level.WARNING);
    }

    @Test
    void writesADocumentForMachines() {
        assertThat(found(counting(Findings.fixedIn(Findings.CRITICAL, "3.0.2"))).json())
                .contains(
                        "\"passes\" : false",
                        "\"seconds\" : 42.0",
                        "\"CRITICAL\" : 1",
                        "\"name\" : \"CVE-2026-1\"",
                        "\"package\" : \"openssl\"",
                        "\"fixAvailable\" : true",
                        "\"ruling\" : \"COUNTS\"");
    }

    @Test
    void writesAPageThatObeysNobody() {
        Finding evil = Findings.of("<script>alert(1)</script>", FindingSeverity.CRITICAL, "\"onload=", "1");
        Finding link =
                new Finding("CVE-2026-7", evil.severity(), evil.component(), evil.fix(), false, "javascript:alert(1)");
        assertThat(found(counting(evil), counting(link), counting(Findings.CRITICAL))
                        .html())
                .contains("Scan of team/shop: failed", "https://cve.example.com/CVE-2026-1", "&lt;script&gt;")
                .doesNotContain("<script", "href=\"javascript");
    }
}
