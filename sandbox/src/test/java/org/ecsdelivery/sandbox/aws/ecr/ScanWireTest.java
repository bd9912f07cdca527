package org.ecsdelivery.sandbox.aws.ecr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.RealClients;
import org.ecsdelivery.sandbox.aws.registry.Digest;
import org.ecsdelivery.sandbox.time.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeImageScanFindingsResponse;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.LimitExceededException;
import software.amazon.awssdk.services.ecr.model.ScanNotFoundException;
import software.amazon.awssdk.services.ecr.model.ScanStatus;
import software.amazon.awssdk.services.ecr.model.StartImageScanResponse;
import software.amazon.awssdk.services.ecr.model.ValidationException;

/** The scans of the stand-in, as the real client sees them. */
class ScanWireTest {
    private static final PlantedFinding FINDING = PlantedFinding.of("CVE-2026-1", "HIGH", "curl", "8.0");

    private final VirtualClock clock = VirtualClock.at("2026-10-01T12:00:00Z");
    private LocalAws aws;
    private EcrClient ecr;

    @BeforeEach
    void open() throws Exception {
        aws = LocalAws.builder().clock(clock).start();
        ecr = RealClients.of(EcrClient.builder(), aws);
        ecr.createRepository(request -> request.repositoryName("shop/web"));
        push();
    }

    @AfterEach
    void close() {
        ecr.close();
        aws.close();
    }

    private void push() throws Exception {
        String config = Digest.of("{}".getBytes(StandardCharsets.UTF_8)).value();
        send("/v2/shop/web/blobs/uploads/?digest=" + config, "POST", "{}");
        send(
                "/v2/shop/web/manifests/1.0",
                "PUT",
                "{\"mediaType\":\"application/vnd.docker.distribution.manifest.v2+json\",\"config\":{\"size\":2,\"digest\":\""
                        + config + "\"}}");
    }

    private void send(String path, String method, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(aws.endpoint().resolve(path))
                .header(
                        "Authorization",
                        "Basic " + aws.registry().tokens().issue().encoded())
                .method(method, BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
    }

    private DescribeImageScanFindingsResponse findings() {
        return ecr.describeImageScanFindings(
                request -> request.repositoryName("shop/web").imageId(id -> id.imageTag("1.0")));
    }

    private StartImageScanResponse start() {
        return ecr.startImageScan(request -> request.repositoryName("shop/web").imageId(id -> id.imageTag("1.0")));
    }

    @Test
    void hasNoScanUntilSomebodyStartsOne() {
        assertThatThrownBy(this::findings).isInstanceOf(ScanNotFoundException.class);
        assertThat(start().imageScanStatus().status()).isEqualTo(ScanStatus.IN_PROGRESS);
        assertThat(findings().imageScanStatus().status()).isEqualTo(ScanStatus.IN_PROGRESS);
    }

    @Test
    void findsWhatWasPlanted() {
        aws.scans().find(FINDING).taking(Duration.ofSeconds(20));
        start();
        clock.advance(Duration.ofSeconds(20));
        assertThat(findings().imageScanStatus().status()).isEqualTo(ScanStatus.COMPLETE);
        assertThat(findings().imageScanFindings().findingSeverityCountsAsStrings())
                .containsEntry("HIGH", 1);
        assertThat(findings().imageScanFindings().findings().get(0).name()).isEqualTo("CVE-2026-1");
    }

    @Test
    void findsInOneImageWhatWasPlantedThere() {
        aws.scans().findIn("sha256:" + "0".repeat(64), FINDING);
        start();
        clock.advance(Duration.ofSeconds(20));
        assertThat(findings().imageScanFindings().findings()).isEmpty();
    }

    @Test
    void scansAnImageOnceADay() {
        start();
        assertThatThrownBy(this::start)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("The scan quota per image has been exceeded");
        clock.advance(Duration.ofHours(24));
        assertThat(start().imageScanStatus().status()).isEqualTo(ScanStatus.IN_PROGRESS);
    }

    @Test
    void scansByItselfAndNeverOnDemandWhenEnhanced() {
        aws.scans().enhanced().find(FINDING.fixedIn("8.1"));
        assertThat(findings().imageScanStatus().status()).isEqualTo(ScanStatus.PENDING);
        assertThatThrownBy(this::start)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("This feature is disabled");
        clock.advance(Duration.ofSeconds(5));
        assertThat(findings().imageScanStatus().status()).isEqualTo(ScanStatus.ACTIVE);
        assertThat(findings().imageScanFindings().enhancedFindings().get(0).fixAvailable())
                .isEqualTo("YES");
    }

    @Test
    void knowsNoScanOfAnImageThatIsNotThere() {
        assertThatThrownBy(() -> ecr.startImageScan(
                        request -> request.repositoryName("shop/web").imageId(id -> id.imageTag("2.0"))))
                .isInstanceOf(ImageNotFoundException.class);
    }
}
