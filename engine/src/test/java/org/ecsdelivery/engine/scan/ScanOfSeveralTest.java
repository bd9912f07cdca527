package org.ecsdelivery.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.common.settings.ScanBaseline;
import org.ecsdelivery.common.settings.ScanSettings;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.ecs.InMemoryEcs;
import org.ecsdelivery.engine.event.RecordedEvents;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.InMemoryImageRegistry;
import org.ecsdelivery.engine.image.InMemoryRegistries;
import org.ecsdelivery.engine.scan.ImageScans.Answer;
import org.ecsdelivery.engine.scan.ScanState.Progress;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Poller;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

/** One image in several registries, each of which scans by settings of its own. */
class ScanOfSeveralTest {
    private static final String EUROPE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";
    private static final String AMERICA = "210987654321.dkr.ecr.us-east-1.amazonaws.com";
    private static final ImageReference HERE = ImageReference.parse(EUROPE + "/shop");
    private static final ImageReference THERE = ImageReference.parse(AMERICA + "/shop");
    private static final ImageReference OTHER = ImageReference.parse("ghcr.io/example/shop");
    private static final ImageDigest DIGEST = new ImageDigest("sha256:" + "1".repeat(64));
    private static final ImageDigest OLD = new ImageDigest("sha256:" + "2".repeat(64));

    private final VirtualTime time = new VirtualTime();
    private final RecordedEvents events = new RecordedEvents();
    private final InMemoryImageRegistry europe = new InMemoryImageRegistry(new RegistryHost(EUROPE), time).with(HERE);
    private final InMemoryImageRegistry america =
            new InMemoryImageRegistry(new RegistryHost(AMERICA), time).with(THERE);
    private final InMemoryScans scansOfEurope = new InMemoryScans(time);
    private final InMemoryScans scansOfAmerica = new InMemoryScans(time);
    private Optional<ScanBaseline> baseline = Optional.empty();

    private Optional<ImageScans> scansAt(RegistryHost host) {
        return host.ecr().map(ecr -> ecr.region().value().equals("us-east-1") ? scansOfAmerica : scansOfEurope);
    }

    private ScanGate gate() {
        ScanSettings settings = new ScanSettings(
                ImageScan.GATE, FindingSeverity.CRITICAL, false, List.of(), baseline, false, Duration.ofMinutes(10));
        return new ScanGate(
                new ScanPorts(this::scansAt, InMemoryRegistries.of(europe, america), new InMemoryEcs(time, "old1")),
                settings,
                time,
                new Poller(time, time, new Cancellation()),
                events);
    }

    private ScanResult run() {
        ScanGate gate = gate();
        return gate.run(gate.choose(List.of(HERE, OTHER, THERE)).stream()
                .map(each -> each.pinnedTo(DIGEST))
                .toList());
    }

    @Test
    void waitsForAllRegistriesAtOnceEachOfWhichIsAskedForAScan() {
        ScanResult result = run();

        assertThat(result.passes()).isTrue();
        assertThat(result.took()).isEqualTo(Duration.ofMinutes(1));
        assertThat(scansOfEurope.asked()).containsExactly(HERE.pinnedTo(DIGEST));
        assertThat(scansOfAmerica.asked()).containsExactly(THERE.pinnedTo(DIGEST));
    }

    @Test
    void namesTheRepositoriesThatEcrDoesNotScan() {
        ScanResult result = run();

        assertThat(result.notScanned()).containsExactly(OTHER);
        assertThat(result.targets()).containsExactly(HERE.pinnedTo(DIGEST), THERE.pinnedTo(DIGEST));
    }

    @Test
    void tellsTheRegistriesApart() {
        assertThat(run().images())
                .extracting(ScannedImage::label)
                .containsExactly(EUROPE + "/shop@111111111111", AMERICA + "/shop@111111111111");
    }

    @Test
    void doesNotPassForWhatOnlyTheSecondOneFinds() {
        scansOfAmerica.finding(Findings.CRITICAL);

        ScanResult result = run();

        assertThat(result.passes()).isFalse();
        assertThat(result.findings(HERE)).isEmpty();
        assertThat(result.findings(THERE)).hasSize(1);
    }

    @Test
    void countsAFindingOfBothOnce() {
        scansOfEurope.finding(Findings.CRITICAL);
        scansOfAmerica.finding(Findings.CRITICAL);

        assertThat(run().counted()).hasSize(1);
    }

    @Test
    void doesNotPassWhereOneOfThemDoesNotScan() {
        scansOfAmerica.answering(Answer.OFF);

        ScanResult result = run();

        assertThat(result.passes()).isFalse();
        assertThat(result.missing()).extracting(ScannedImage::label).containsExactly(AMERICA + "/shop@111111111111");
        assertThat(result.isScanned(HERE.pinnedTo(DIGEST))).isTrue();
        assertThat(result.isScanned(THERE.pinnedTo(DIGEST))).isFalse();
    }

    @Test
    void waitsNoLongerThanTheTimeLimitForAllOfThemTogether() {
        scansOfEurope.answering(Answer.NOT_ON_DEMAND);
        scansOfAmerica.answering(Answer.NOT_ON_DEMAND);

        assertThat(run().took()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void comparesInEachRegistryWithTheImageOfThatRegistry() {
        baseline = Optional.of(new ScanBaseline.OfTag(new ImageTag("live")));
        europe.receive(HERE.withTag(new ImageTag("live")), europe.authorize(), OLD);
        scansOfEurope.findingIn(OLD, Findings.CRITICAL).finding(Findings.CRITICAL);
        scansOfAmerica.findingIn(OLD, Findings.CRITICAL).finding(Findings.CRITICAL);

        ScanResult result = run();

        assertThat(result.findings(HERE)).extracting(JudgedFinding::ruling).containsExactly(Ruling.KNOWN);
        assertThat(result.findings(THERE)).extracting(JudgedFinding::ruling).containsExactly(Ruling.COUNTS);
    }

    @Test
    void letsNothingThroughThatNobodyScans() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> gate().choose(List.of(OTHER)))
                .satisfies(refused -> {
                    assertThat(refused.kind()).isEqualTo(FailureKind.SCAN_UNAVAILABLE);
                    assertThat(refused).hasMessageContaining("ghcr.io/example/shop");
                });
    }

    @Test
    void doesNotPassWhereOneOfThemCannotScanTheImage() {
        scansOfAmerica.ending(Progress.UNSUPPORTED, "UNSUPPORTED_IMAGE", "");

        assertThat(run().missing()).extracting(ScannedImage::isUnsupported).containsExactly(true);
    }
}
