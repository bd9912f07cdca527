package org.ecsdelivery.aws;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.scan.ImageScans;
import org.ecsdelivery.engine.scan.ScanState;
import org.ecsdelivery.engine.scan.ScanState.Progress;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.DescribeImageScanFindingsResponse;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageScanFindings;
import software.amazon.awssdk.services.ecr.model.ImageScanStatus;
import software.amazon.awssdk.services.ecr.model.LimitExceededException;
import software.amazon.awssdk.services.ecr.model.RepositoryScanningConfiguration;
import software.amazon.awssdk.services.ecr.model.ScanFrequency;
import software.amazon.awssdk.services.ecr.model.ScanNotFoundException;
import software.amazon.awssdk.services.ecr.model.UnsupportedImageTypeException;
import software.amazon.awssdk.services.ecr.model.ValidationException;

/** ECR's scans, basic and enhanced. */
final class EcrScans implements ImageScans {
    /** The most findings that ECR gives at once (ECR API reference, DescribeImageScanFindings). */
    private static final int PAGE = 1000;

    /** How the status FAILED begins where basic scanning knows nothing of what is in the image. */
    private static final String UNSUPPORTED = "UnsupportedImageError";

    private final EcrClient client;
    private final AwsCalls calls;

    EcrScans(EcrClient client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public ScanState look(ImageReference pinnedImage) {
        return calls.of(new AwsOperation("ecr:DescribeImageScanFindings", "image " + pinnedImage), () -> {
            try {
                return state(pages(pinnedImage));
            } catch (ScanNotFoundException expected) {
                return ScanState.of(Progress.MISSING, "no scan", "");
            }
        });
    }

    private List<DescribeImageScanFindingsResponse> pages(ImageReference image) {
        return client
                .describeImageScanFindingsPaginator(request -> request.registryId(account(image))
                        .repositoryName(image.repository().value())
                        .imageId(id(image))
                        .maxResults(PAGE))
                .stream()
                .toList();
    }

    private static ScanState state(List<DescribeImageScanFindingsResponse> pages) {
        Optional<ImageScanStatus> told =
                pages.stream().findFirst().map(DescribeImageScanFindingsResponse::imageScanStatus);
        String status = told.map(ImageScanStatus::statusAsString).orElse("no status");
        String reported = told.map(ImageScanStatus::description).orElse("");
        Progress progress = progress(status, reported);
        return progress == Progress.DONE
                ? new ScanState(
                        progress,
                        status,
                        reported,
                        pages.stream()
                                .map(DescribeImageScanFindingsResponse::imageScanFindings)
                                .filter(ImageScanFindings.class::isInstance)
                                .flatMap(ScanFindings::of)
                                .toList())
                : ScanState.of(progress, status, reported);
    }

    /** A status that nobody knows yet is waited through: the time limit tells it. */
    private static Progress progress(String status, String reported) {
        return switch (status) {
            case "COMPLETE", "ACTIVE" -> Progress.DONE;
            case "UNSUPPORTED_IMAGE" -> Progress.UNSUPPORTED;
            case "FAILED" -> reported.startsWith(UNSUPPORTED) ? Progress.UNSUPPORTED : Progress.FAILED;
            case "SCAN_ELIGIBILITY_EXPIRED", "LIMIT_EXCEEDED", "IMAGE_ARCHIVED" -> Progress.FAILED;
            default -> Progress.RUNNING;
        };
    }

    @Override
    public Answer start(ImageReference pinnedImage) {
        return calls.of(new AwsOperation("ecr:StartImageScan", "image " + pinnedImage), () -> {
            try {
                client.startImageScan(request -> request.registryId(account(pinnedImage))
                        .repositoryName(pinnedImage.repository().value())
                        .imageId(id(pinnedImage)));
                return Answer.STARTED;
            } catch (LimitExceededException expected) {
                return Answer.ONE_A_DAY;
            } catch (ValidationException expected) {
                return isLeftOut(pinnedImage) ? Answer.OFF : Answer.NOT_ON_DEMAND;
            } catch (UnsupportedImageTypeException expected) {
                return Answer.UNSUPPORTED;
            }
        });
    }

    /**
     * Tells whether enhanced scanning is on, but leaves the repository out. ECR tells it of the caller's own repositories only; another
     * account's of the same name must not be taken for this one. Whoever may not ask waits.
     */
    private boolean isLeftOut(ImageReference image) {
        try {
            return calls.of(
                    new AwsOperation("ecr:BatchGetRepositoryScanningConfiguration", "repository " + image.name()),
                    () -> client
                            .batchGetRepositoryScanningConfiguration(request ->
                                    request.repositoryNames(image.repository().value()))
                            .scanningConfigurations()
                            .stream()
                            .anyMatch(each -> each.scanFrequency() == ScanFrequency.MANUAL && isIn(image, each)));
        } catch (AccessDenied unknown) {
            return false;
        }
    }

    private static boolean isIn(ImageReference image, RepositoryScanningConfiguration configuration) {
        String account = account(image);
        return account == null
                || configuration.repositoryArn().split(":", -1)[4].equals(account);
    }

    private static ImageIdentifier id(ImageReference image) {
        return ImageIdentifier.builder()
                .imageDigest(image.digest().map(ImageDigest::value).orElse(null))
                .build();
    }

    private static @Nullable String account(ImageReference image) {
        return image.host().flatMap(RegistryHost::account).orElse(null);
    }
}
