package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.scan.Finding;
import org.ecsdelivery.engine.scan.ImageScans;
import org.ecsdelivery.engine.scan.ImageScans.Answer;
import org.ecsdelivery.engine.scan.ImageScansContract;
import org.ecsdelivery.engine.scan.ScanState;
import org.ecsdelivery.engine.scan.ScanState.Progress;
import org.ecsdelivery.sandbox.aws.ecr.PlantedFinding;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ECR's scans over the wire. */
class EcrScansWireTest extends ImageScansContract {
    private static final PlantedFinding CRITICAL = PlantedFinding.of("CVE-2026-1", "CRITICAL", "openssl", "3.0.1");

    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();
    private RepositorySettings settings = RepositorySettings.defaults();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected ImageScans scans() {
        return sandbox.clients.imageScans();
    }

    @Override
    protected ImageReference pushed() {
        sandbox.aws.registry().create("team/shop", settings);
        sandbox.aws.scans().find(CRITICAL).taking(Duration.ofMinutes(1));
        String digest = new SmallImage(sandbox.aws).pushed("team/shop", "1");
        return ImageReference.parse("team/shop@" + digest).inRegistry(new RegistryHost(sandbox.aws.registryHost()));
    }

    @Override
    protected void pass(Duration time) {
        sandbox.clock.advance(time);
    }

    private ScanState after(Duration time, ImageReference image) {
        pass(time);
        return scans().look(image);
    }

    @Test
    void waitsForTheScanThatThePushBegan() {
        settings = settings.withScanOnPush(true);
        ImageReference image = pushed();
        assertThat(scans().look(image).progress()).isEqualTo(Progress.RUNNING);
        assertThat(scans().start(image)).isEqualTo(Answer.ONE_A_DAY);
        assertThat(after(Duration.ofMinutes(1), image).progress()).isEqualTo(Progress.DONE);
    }

    @Test
    void takesActiveForTheEndOfAnEnhancedScan() {
        sandbox.aws.scans().enhanced();
        ImageReference image = pushed();
        assertThat(scans().start(image)).isEqualTo(Answer.NOT_ON_DEMAND);
        assertThat(scans().look(image).progress()).isEqualTo(Progress.RUNNING);
        ScanState state = after(Duration.ofMinutes(1), image);
        assertThat(state.status()).isEqualTo("ACTIVE");
        assertThat(state.findings()).extracting(Finding::name).containsExactly("CVE-2026-1");
    }

    @Test
    void tellsARepositoryThatEnhancedScanningLeavesOut() {
        sandbox.aws.scans().enhanced().leavingOut("team/shop");
        ImageReference image = pushed();
        assertThat(scans().start(image)).isEqualTo(Answer.OFF);
    }

    @Test
    void doesNotTakeAnotherAccountsRepositoryForItsOwnThatIsLeftOut() {
        sandbox.aws.scans().enhanced().leavingOut("team/shop");
        ImageReference image = pushed();
        sandbox.aws
                .faults()
                .always("ecr", "StartImageScan", Fault.error("ValidationException", 400, "This feature is disabled"));
        ImageReference elsewhere =
                image.inRegistry(new RegistryHost("210987654321.dkr.ecr.eu-central-1.amazonaws.com"));
        assertThat(scans().start(elsewhere)).isEqualTo(Answer.NOT_ON_DEMAND);
    }

    @Test
    void waitsWhereItMayNotSeeWhetherTheRepositoryIsLeftOut() {
        sandbox.aws.scans().enhanced().leavingOut("team/shop");
        ImageReference image = pushed();
        sandbox.aws.faults().always("ecr", "BatchGetRepositoryScanningConfiguration", Fault.denied());
        assertThat(scans().start(image)).isEqualTo(Answer.NOT_ON_DEMAND);
    }

    @Test
    void readsFixAndSuppressionOfAnEnhancedScan() {
        sandbox.aws.scans().enhanced();
        ImageReference image = pushed();
        sandbox.aws.scans().find(CRITICAL.fixedIn("3.0.2"), CRITICAL, CRITICAL.whichIsSuppressed());
        assertThat(after(Duration.ofMinutes(1), image).findings())
                .satisfiesExactly(
                        fixed -> {
                            assertThat(fixed.fix().available()).contains(true);
                            assertThat(fixed.fix().version()).isEqualTo("3.0.2");
                            assertThat(fixed.severity()).isEqualTo(FindingSeverity.CRITICAL);
                            assertThat(fixed.address()).isEqualTo("https://cve.example.com/CVE-2026-1");
                        },
                        open -> {
                            assertThat(open.fix().available()).contains(false);
                            assertThat(open.fix().version()).isEmpty();
                        },
                        suppressed -> assertThat(suppressed.suppressed()).isTrue());
    }

    @Test
    void readsEveryPage() {
        ImageReference image = pushed();
        sandbox.aws
                .scans()
                .find(IntStream.range(0, 2500)
                        .mapToObj(number -> PlantedFinding.of("CVE-" + number, "LOW", "tar", "1"))
                        .toArray(PlantedFinding[]::new));
        scans().start(image);
        assertThat(after(Duration.ofMinutes(1), image).findings()).hasSize(2500);
    }

    @Test
    void tellsAnImageThatCannotBeScannedFromAScanThatFailed() {
        ImageReference image = pushed();
        scans().start(image);
        sandbox.aws.scans().endWith("FAILED", "UnsupportedImageError: The operating system is not supported.");
        assertThat(after(Duration.ofMinutes(1), image).progress()).isEqualTo(Progress.UNSUPPORTED);
        sandbox.aws.scans().endWith("UNSUPPORTED_IMAGE", "");
        assertThat(scans().look(image).progress()).isEqualTo(Progress.UNSUPPORTED);
        sandbox.aws.scans().endWith("FAILED", "internal error");
        assertThat(scans().look(image)).isEqualTo(ScanState.of(Progress.FAILED, "FAILED", "internal error"));
    }

    @Test
    void waitsThroughAStatusThatNobodyKnowsYet() {
        ImageReference image = pushed();
        scans().start(image);
        sandbox.aws.scans().endWith("DREAMING", "of electric sheep");
        assertThat(after(Duration.ofMinutes(1), image))
                .isEqualTo(ScanState.of(Progress.RUNNING, "DREAMING", "of electric sheep"));
    }

    @Test
    void startsNoScanOfAnIndex() {
        sandbox.aws.registry().create("team/shop", settings);
        String digest = new SmallImage(sandbox.aws).pushedIndex("team/shop", "1");
        ImageReference index = ImageReference.parse("team/shop").pinnedTo(new ImageDigest(digest));
        assertThat(scans().look(index).progress()).isEqualTo(Progress.MISSING);
        assertThat(scans().start(index)).isEqualTo(Answer.UNSUPPORTED);
    }

    @Test
    void namesThePermissionThatIsMissing() {
        ImageReference image = pushed();
        sandbox.aws.faults().always("ecr", "DescribeImageScanFindings", Fault.denied());
        assertThatExceptionOfType(AccessDenied.class)
                .isThrownBy(() -> scans().look(image))
                .satisfies(denied -> assertThat(denied.action()).isEqualTo("ecr:DescribeImageScanFindings"));
    }
}
