package org.ecsdelivery.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ScanSettings;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.event.EngineEvent.Warned;
import org.ecsdelivery.engine.event.RecordedEvents;
import org.ecsdelivery.engine.event.ScanEvent.LookFailed;
import org.ecsdelivery.engine.event.ScanEvent.ScanAsked;
import org.ecsdelivery.engine.event.ScanEvent.ScanSeen;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.image.InMemoryImageRegistry;
import org.ecsdelivery.engine.image.InMemoryRegistries;
import org.ecsdelivery.engine.scan.ImageScans.Answer;
import org.ecsdelivery.engine.scan.ScanState.Progress;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Poller;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class ScanGateTest {
    private static final String HOST = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    private static final ImageReference SHOP = ImageReference.parse(HOST + "/team/shop");
    private static final ImageDigest DIGEST = new ImageDigest("sha256:" + "1".repeat(64));
    private static final ImageDigest OLD = new ImageDigest("sha256:" + "2".repeat(64));
    private static final Finding HIGH = Findings.of("CVE-2026-2", FindingSeverity.HIGH, "curl", "8.0");

    private final VirtualTime time = new VirtualTime();
    private final Cancellation cancellation = new Cancellation();
    private final RecordedEvents events = new RecordedEvents();
    private final InMemoryImageRegistry registry = new InMemoryImageRegistry(new RegistryHost(HOST), time).with(SHOP);
    private final InMemoryEcs ecs = new InMemoryEcs(time, "old1");
    private InMemoryScans scans = new InMemoryScans(time);

    private ScanResult run(String... keysAndValues) {
        ScanGate gate = gate(host -> Optional.of(scans), keysAndValues);
        assertThat(gate.choose(List.of(SHOP))).containsExactly(SHOP);
        return gate.run(List.of(SHOP.pinnedTo(DIGEST)));
    }

    private ScanGate gate(RegistryScans all, String... keysAndValues) {
        return new ScanGate(
                new ScanPorts(all, InMemoryRegistries.of(registry), ecs),
                settings(keysAndValues),
                time,
                new Poller(time, time, cancellation),
                events);
    }

    private static ScanSettings settings(String... keysAndValues) {
        Map<String, String> given = new HashMap<>(Map.of(
                "image.repository",
                "team/shop",
                "image.tags",
                "17",
                "aws.region",
                "eu-central-1",
                "image.scan",
                "GATE"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ((Parsed.Valid<ImageSettings>) ImageParameters.parse(given, References.RESOLVED))
                .settings()
                .scan();
    }

    private List<Ruling> rulings(String... keysAndValues) {
        return run(keysAndValues).findings().stream().map(JudgedFinding::ruling).toList();
    }

    private List<String> warnings() {
        return events.all().stream()
                .filter(Warned.class::isInstance)
                .map(event -> ((Warned) event).text())
                .toList();
    }

    @Test
    void letsAnImagePassInWhichNothingIsFound() {
        ScanResult result = run();
        assertThat(result.passes()).isTrue();
        assertThat(result.took()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void startsAScanWhereNothingScansByItself() {
        run();
        assertThat(scans.asked()).containsExactly(SHOP.pinnedTo(DIGEST));
        assertThat(events.all()).filteredOn(ScanAsked.class::isInstance).hasSize(1);
    }

    @Test
    void startsNoScanWhereOneGoesOn() {
        scans.begin(DIGEST);
        run();
        assertThat(scans.asked()).isEmpty();
    }

    @Test
    void waitsForTheScanOfARegistryThatScansByItself() {
        scans.answering(Answer.NOT_ON_DEMAND);
        time.at(Duration.ofSeconds(90), () -> scans.begin(DIGEST));
        assertThat(run().passes()).isTrue();
        assertThat(scans.asked()).hasSize(1);
    }

    @Test
    void tellsEachStatusOnce() {
        run();
        assertThat(events.all())
                .filteredOn(ScanSeen.class::isInstance)
                .extracting(event -> ((ScanSeen) event).status())
                .containsExactly("IN_PROGRESS", "COMPLETE");
    }

    @Test
    void stopsAnImageWithAFindingThatIsGraveEnough() {
        scans.finding(Findings.CRITICAL, HIGH);
        ScanResult result = run();
        assertThat(result.passes()).isFalse();
        assertThat(result.findings())
                .extracting(JudgedFinding::ruling)
                .containsExactly(Ruling.COUNTS, Ruling.NOT_GRAVE);
    }

    @Test
    void onlyReportsWhereItIsToldTo() {
        scans.finding(Findings.CRITICAL);
        ScanResult result = run("image.scan", "REPORT");
        assertThat(result.counted()).hasSize(1);
        assertThat(result.passes()).isTrue();
    }

    @Test
    void countsGraverFindingsTooAndUnjudgedOnesNever() {
        scans.finding(
                Findings.of("CVE-2026-9", FindingSeverity.UNDEFINED, "tar", "1"),
                HIGH,
                Findings.CRITICAL,
                Findings.of("CVE-2026-3", FindingSeverity.MEDIUM, "tar", "1"));
        assertThat(rulings("image.failOnSeverity", "HIGH"))
                .containsExactly(Ruling.COUNTS, Ruling.COUNTS, Ruling.NOT_GRAVE, Ruling.NOT_GRAVE);
    }

    @Test
    void countsOnlyWhatAnUpdateMendsOrMayMend() {
        scans.finding(
                Findings.fixedIn(Findings.of("CVE-2026-4", FindingSeverity.CRITICAL, "a", "1"), "2"),
                Findings.withoutFix(Findings.of("CVE-2026-5", FindingSeverity.CRITICAL, "b", "1")),
                Findings.of("CVE-2026-6", FindingSeverity.CRITICAL, "c", "1"));
        assertThat(rulings("image.failOnlyFixable", "true"))
                .containsExactly(Ruling.COUNTS, Ruling.NO_FIX, Ruling.COUNTS);
    }

    @Test
    void ignoresAFindingUpToAndWithItsDay() {
        scans.finding(Findings.CRITICAL);
        ScanResult result = run("image.ignoredFindings", "CVE-2026-1 until 2026-11-20 because no TLS here");
        assertThat(result.passes()).isTrue();
        assertThat(result.findings()).singleElement().satisfies(each -> {
            assertThat(each.ruling()).isEqualTo(Ruling.IGNORED);
            assertThat(each.because()).isEqualTo("until 2026-11-20 because no TLS here");
        });
    }

    @Test
    void countsAFindingAgainWhoseDayIsOver() {
        scans.finding(Findings.CRITICAL);
        ScanResult result = run("image.ignoredFindings", "CVE-2026-1 until 2026-11-19 because no TLS here");
        assertThat(result.passes()).isFalse();
        assertThat(result.expired()).hasSize(1);
        assertThat(result.unused()).isEmpty();
    }

    @Test
    void tellsWhichEntriesNothingNeedsAnyMore() {
        ScanResult result = run("image.ignoredFindings", "CVE-2026-1 until 2026-12-31 because no TLS here");
        assertThat(result.unused()).hasSize(1);
    }

    @Test
    void countsNoFindingThatInspectorSuppresses() {
        scans.finding(Findings.suppressed(Findings.CRITICAL));
        assertThat(rulings()).containsExactly(Ruling.SUPPRESSED);
    }

    @Test
    void scansEachImageOfAnIndexAndNotTheIndex() {
        registry.make(DIGEST, "linux/amd64", "linux/arm64");
        ImageDigest arm = InMemoryImageRegistry.digestFor(DIGEST, "linux/arm64");
        scans.findingIn(arm, Findings.CRITICAL);
        ScanResult result = run();
        assertThat(scans.asked()).hasSize(1);
        assertThat(result.images()).hasSize(2);
        assertThat(result.counted()).hasSize(1);
        assertThat(result.images().get(1).label()).isEqualTo("team/shop@" + arm.shortForm() + " (linux/arm64)");
    }

    @Test
    void waitsForAllImagesOfAnIndexAtOnce() {
        registry.make(DIGEST, "linux/amd64", "linux/arm64");
        assertThat(run().took()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void countsAFindingOfSeveralPlatformsOnce() {
        registry.make(DIGEST, "linux/amd64", "linux/arm64");
        scans.finding(Findings.CRITICAL);
        assertThat(run().count(FindingSeverity.CRITICAL)).isEqualTo(1);
    }

    @Test
    void doesNotLetAnImagePassThatCannotBeScanned() {
        scans.ending(Progress.UNSUPPORTED, "FAILED", "UnsupportedImageError: no package manager");
        assertThat(run().passes()).isFalse();
        assertThat(run("image.unscannablePasses", "true").passes()).isTrue();
    }

    @Test
    void doesNotAskForAScanOfWhatEcrRefuses() {
        scans.answering(Answer.UNSUPPORTED);
        assertThat(run().images().get(0).isUnsupported()).isTrue();
        assertThat(time.elapsed()).isZero();
    }

    @Test
    void letsNoFailedScanPass() {
        scans.ending(Progress.FAILED, "FAILED", "internal error");
        assertThat(run("image.unscannablePasses", "true").passes()).isFalse();
    }

    @Test
    void doesNotWaitLongerThanTold() {
        scans.answering(Answer.NOT_ON_DEMAND);
        ScanResult result = run("image.scanTimeoutMinutes", "3");
        assertThat(result.passes()).isFalse();
        assertThat(result.took()).isEqualTo(Duration.ofMinutes(3));
        assertThat(result.missing())
                .singleElement()
                .satisfies(each -> assertThat(each.last().status()).isEqualTo("no scan"));
    }

    @Test
    void endsWhenItIsCancelled() {
        time.at(Duration.ofSeconds(12), () -> cancellation.cancel("the build was stopped"));
        assertThatExceptionOfType(Cancelled.class).isThrownBy(this::run);
        assertThat(time.elapsed()).isLessThan(Duration.ofSeconds(17));
    }

    @Test
    void livesWithoutThePermissionToStartAScan() {
        scans = new InMemoryScans(time) {
            @Override
            public Answer start(ImageReference image) {
                throw new AccessDenied("ecr:StartImageScan", image.name(), "not authorized", null);
            }
        };
        time.at(Duration.ofSeconds(30), () -> scans.begin(DIGEST));
        assertThat(run().passes()).isTrue();
        assertThat(warnings()).singleElement().asString().contains("ecr:StartImageScan");
    }

    @Test
    void looksAgainAfterAFailureThatPasses() {
        scans = new InMemoryScans(time) {
            private int looks;

            @Override
            public ScanState look(ImageReference image) {
                if (++looks == 2) {
                    throw new TransientFailure("ECR is busy", "Rate exceeded", null);
                }
                return super.look(image);
            }
        };
        assertThat(run().passes()).isTrue();
        assertThat(events.all()).filteredOn(LookFailed.class::isInstance).hasSize(1);
    }

    @Test
    void countsOnlyWhatTheImageToCompareWithHasNot() {
        registry.holding(SHOP.pinnedTo(OLD));
        scans.findingIn(OLD, Findings.of("CVE-2026-1", FindingSeverity.CRITICAL, "openssl", "2.9"))
                .finding(Findings.CRITICAL, HIGH);
        assertThat(rulings("image.scanBaseline", OLD.value(), "image.failOnSeverity", "HIGH"))
                .containsExactly(Ruling.KNOWN, Ruling.COUNTS);
    }

    @Test
    void comparesWithWhatATagMeantBeforeThePush() {
        registry.receive(SHOP.withTag(new ImageTag("live")), registry.authorize(), OLD);
        scans.findingIn(OLD, Findings.CRITICAL).finding(Findings.CRITICAL);
        assertThat(rulings("image.scanBaseline", "live")).containsExactly(Ruling.KNOWN);
    }

    @Test
    void comparesWithTheImageThatAServiceRuns() {
        registry.holding(SHOP.pinnedTo(OLD));
        String before = ecs.service(InMemoryEcs.CLUSTER, InMemoryEcs.SERVICE).taskDefinition();
        ContainerName container = ecs.revision(before).containers().get(0).name();
        String revision = ecs.register(before, container, SHOP.pinnedTo(OLD), RevisionChanges.NONE, Map.of());
        ecs.update(InMemoryEcs.CLUSTER, InMemoryEcs.SERVICE, revision);
        scans.findingIn(OLD, Findings.CRITICAL).finding(Findings.CRITICAL);
        assertThat(rulings("image.scanBaseline", InMemoryEcs.CLUSTER + "/" + InMemoryEcs.SERVICE))
                .containsExactly(Ruling.KNOWN);
    }

    @Test
    void countsEverythingWhereTheServiceRunsAnotherRepository() {
        scans.finding(Findings.CRITICAL);
        assertThat(rulings("image.scanBaseline", InMemoryEcs.CLUSTER + "/" + InMemoryEcs.SERVICE))
                .containsExactly(Ruling.COUNTS);
        assertThat(warnings()).singleElement().asString().contains("that service web in cluster prod runs");
    }

    @Test
    void countsEverythingWhereTheImageToCompareWithIsNotThere() {
        scans.finding(Findings.CRITICAL);
        assertThat(rulings("image.scanBaseline", "live")).containsExactly(Ruling.COUNTS);
        assertThat(warnings()).singleElement().asString().contains("tagged live before", "every finding counts");
    }

    @Test
    void countsEverythingWhereTheServiceIsNotThere() {
        scans.finding(Findings.CRITICAL);
        assertThat(rulings("image.scanBaseline", "nowhere/nothing")).containsExactly(Ruling.COUNTS);
        assertThat(warnings()).singleElement().asString().contains("service nothing", "every finding counts");
    }

    @Test
    void countsEverythingWhereTheOtherImageWasNeverScanned() {
        registry.holding(SHOP.pinnedTo(OLD));
        scans.finding(Findings.CRITICAL);
        assertThat(rulings("image.scanBaseline", OLD.value())).containsExactly(Ruling.COUNTS);
        assertThat(warnings()).singleElement().asString().contains("no findings of team/shop@222222222222");
    }

    @Test
    void doesNotWaitForARegistryThatLeavesTheRepositoryOut() {
        scans.answering(Answer.OFF);
        ScanResult result = run("image.unscannablePasses", "true");
        assertThat(result.passes()).isFalse();
        assertThat(result.missing())
                .singleElement()
                .satisfies(each -> assertThat(each.last().reported()).contains("scanning is off there"));
        assertThat(time.elapsed()).isZero();
    }
}
