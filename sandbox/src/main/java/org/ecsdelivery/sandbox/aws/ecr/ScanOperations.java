package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.front.Page;
import org.ecsdelivery.sandbox.aws.registry.Repository;
import org.ecsdelivery.sandbox.aws.registry.StoredImage;

/** Starts scans of images and tells what they found, in the form of the scanning that is on. */
final class ScanOperations {
    /** What ECR gives when a call names no {@code maxResults}. */
    private static final int DEFAULT_PAGE = 100;

    private final RepositoryLookup lookup;
    private final Scans scans;

    ScanOperations(RepositoryLookup lookup, Scans scans) {
        this.lookup = lookup;
        this.scans = scans;
    }

    JsonNode start(AwsCall call) {
        Repository repository = lookup.named(call);
        StoredImage image = image(call, repository);
        if (scans.isEnhanced()) {
            throw AwsError.client("ValidationException", "This feature is disabled");
        }
        if (isIndex(image)) {
            throw AwsError.client("UnsupportedImageTypeException", "The image is of a type that cannot be scanned.");
        }
        if (!scans.start(repository, image, call.at())) {
            throw AwsError.client(
                    "LimitExceededException", "The scan quota per image has been exceeded. Wait and try again.");
        }
        return answer(call, repository, image, "IN_PROGRESS", "");
    }

    JsonNode describe(AwsCall call) {
        Repository repository = lookup.named(call);
        StoredImage image = image(call, repository);
        Instant began = scans.began(repository, image)
                .filter(ignored -> !isIndex(image))
                .orElseThrow(() -> AwsError.client(
                        "ScanNotFoundException",
                        "Image scan does not exist for the image with '"
                                + id(image).words()
                                + "' in the repository with name '" + repository.name()
                                + "' in the registry with id '" + lookup.registryId(call) + "'"));
        if (!scans.isOver(began, call.at())) {
            return scans.isEnhanced()
                    ? answer(call, repository, image, "PENDING", "Your scan is being prepared.")
                    : answer(call, repository, image, "IN_PROGRESS", "");
        }
        return scans.ending(image.digest())
                .map(ending -> answer(call, repository, image, ending.status(), ending.description()))
                .orElseGet(() -> found(call, repository, image));
    }

    JsonNode configuration(AwsCall call) {
        ObjectNode answer = Json.object();
        ArrayNode configurations = answer.putArray("scanningConfigurations");
        ArrayNode failures = answer.putArray("failures");
        call.body()
                .path("repositoryNames")
                .forEach(name -> lookup.find(call, name.asText())
                        .ifPresentOrElse(
                                repository -> configurations.add(configuration(repository)),
                                () -> failures.addObject()
                                        .put("repositoryName", name.asText())
                                        .put("failureCode", "REPOSITORY_NOT_FOUND")));
        return answer;
    }

    private ObjectNode configuration(Repository repository) {
        boolean onPush = repository.settings().scanOnPush();
        String frequency = scans.isEnhanced()
                ? scans.isLeftOut(repository) ? "MANUAL" : "CONTINUOUS_SCAN"
                : onPush ? "SCAN_ON_PUSH" : "MANUAL";
        ObjectNode json = Json.object()
                .put("repositoryArn", lookup.arn(repository))
                .put("repositoryName", repository.name())
                .put("scanOnPush", onPush)
                .put("scanFrequency", frequency);
        json.putArray("appliedScanFilters");
        return json;
    }

    private ObjectNode found(AwsCall call, Repository repository, StoredImage image) {
        ObjectNode answer = scans.isEnhanced()
                ? answer(call, repository, image, "ACTIVE", "Continuous scan is selected for image.")
                : answer(call, repository, image, "COMPLETE", "The scan was completed successfully.");
        List<PlantedFinding> all = scans.findings(image.digest());
        Page<PlantedFinding> page = Page.of(all, call, call.number("maxResults").orElse(DEFAULT_PAGE));
        ObjectNode findings = answer.putObject("imageScanFindings");
        findings.set("imageScanCompletedAt", Json.epoch(call.at()));
        ObjectNode counts = findings.putObject("findingSeverityCounts");
        all.forEach(
                each -> counts.put(each.severity(), counts.path(each.severity()).asInt() + 1));
        findings.set(
                scans.isEnhanced() ? "enhancedFindings" : "findings",
                Json.array(page.items().stream()
                        .map(scans.isEnhanced() ? ScanOperations::enhanced : ScanOperations::basic)
                        .toList()));
        page.nextToken().ifPresent(token -> answer.put("nextToken", token));
        return answer;
    }

    private static ObjectNode basic(PlantedFinding finding) {
        ObjectNode json = Json.object()
                .put("name", finding.name())
                .put("severity", finding.severity())
                .put("uri", "https://cve.example.com/" + finding.name());
        json.putArray("attributes")
                .add(Json.object().put("key", "package_version").put("value", finding.version()))
                .add(Json.object().put("key", "package_name").put("value", finding.packageName()));
        return json;
    }

    private static ObjectNode enhanced(PlantedFinding finding) {
        boolean fixed = !finding.fixedIn().isEmpty();
        ObjectNode json = Json.object()
                .put("type", "PACKAGE_VULNERABILITY")
                .put("title", finding.name() + " - " + finding.packageName())
                .put("severity", finding.severity())
                .put("status", finding.suppressed() ? "SUPPRESSED" : "ACTIVE")
                .put("fixAvailable", fixed ? "YES" : "NO");
        ObjectNode details = json.putObject("packageVulnerabilityDetails")
                .put("vulnerabilityId", finding.name())
                .put("sourceUrl", "https://cve.example.com/" + finding.name());
        details.putArray("vulnerablePackages")
                .addObject()
                .put("name", finding.packageName())
                .put("version", finding.version())
                .put("fixedInVersion", fixed ? finding.fixedIn() : "NotAvailable");
        return json;
    }

    private ObjectNode answer(
            AwsCall call, Repository repository, StoredImage image, String status, String description) {
        ObjectNode json =
                Json.object().put("registryId", lookup.registryId(call)).put("repositoryName", repository.name());
        json.set("imageId", id(image).json());
        json.putObject("imageScanStatus").put("status", status).put("description", description);
        return json;
    }

    private StoredImage image(AwsCall call, Repository repository) {
        ImageId id = ImageId.of(call.body().path("imageId"));
        return id.in(repository)
                .orElseThrow(() -> AwsError.client(
                        "ImageNotFoundException",
                        "The image with imageId " + id.words() + " does not exist within the repository with name '"
                                + repository.name() + "' in the registry with id '" + lookup.registryId(call) + "'"));
    }

    private static ImageId id(StoredImage image) {
        return new ImageId(Optional.of(image.digest().value()), Optional.empty());
    }

    private static boolean isIndex(StoredImage image) {
        return image.configMediaType().isEmpty() && image.mediaType().matches(".*(index|manifest\\.list).*");
    }
}
