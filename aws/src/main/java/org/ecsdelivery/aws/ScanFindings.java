package org.ecsdelivery.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.engine.scan.Finding;
import org.ecsdelivery.engine.scan.Finding.Component;
import org.ecsdelivery.engine.scan.Finding.Fix;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.model.Attribute;
import software.amazon.awssdk.services.ecr.model.EnhancedImageScanFinding;
import software.amazon.awssdk.services.ecr.model.ImageScanFinding;
import software.amazon.awssdk.services.ecr.model.ImageScanFindings;
import software.amazon.awssdk.services.ecr.model.PackageVulnerabilityDetails;
import software.amazon.awssdk.services.ecr.model.VulnerablePackage;

/** Reads findings as ECR words them: basic scanning one way, enhanced scanning (Amazon Inspector) another. */
final class ScanFindings {
    private ScanFindings() {}

    static Stream<Finding> of(ImageScanFindings findings) {
        return Stream.concat(
                findings.findings().stream().map(ScanFindings::basic),
                findings.enhancedFindings().stream().flatMap(ScanFindings::enhanced));
    }

    private static Finding basic(ImageScanFinding finding) {
        return new Finding(
                text(finding.name()),
                severity(finding.severityAsString()),
                new Component(
                        attribute(finding.attributes(), "package_name"),
                        attribute(finding.attributes(), "package_version")),
                Fix.UNKNOWN,
                false,
                text(finding.uri()));
    }

    private static String attribute(List<Attribute> attributes, String key) {
        return attributes.stream()
                .filter(each -> key.equals(each.key()))
                .map(each -> text(each.value()))
                .findFirst()
                .orElse("");
    }

    /** Inspector puts all packages of a vulnerability into one finding; one that it has closed is none any more. */
    private static Stream<Finding> enhanced(EnhancedImageScanFinding finding) {
        if ("CLOSED".equals(finding.status())) {
            return Stream.empty();
        }
        Optional<PackageVulnerabilityDetails> details = Optional.ofNullable(finding.packageVulnerabilityDetails());
        List<VulnerablePackage> packages = details.map(PackageVulnerabilityDetails::vulnerablePackages)
                .filter(all -> !all.isEmpty())
                .orElseGet(() -> List.of(VulnerablePackage.builder().build()));
        String name = details.map(PackageVulnerabilityDetails::vulnerabilityId).orElseGet(() -> text(finding.title()));
        String address = details.map(PackageVulnerabilityDetails::sourceUrl).orElse("");
        return packages.stream()
                .map(each -> new Finding(
                        name,
                        severity(finding.severity()),
                        new Component(text(each.name()), version(each)),
                        new Fix(fixAvailable(finding, each), fixedIn(each)),
                        "SUPPRESSED".equals(finding.status()),
                        address));
    }

    private static String version(VulnerablePackage each) {
        return text(each.version()) + (each.release() == null ? "" : "-" + each.release());
    }

    /** Inspector writes this where no version has the fix. */
    private static String fixedIn(VulnerablePackage each) {
        String version = text(each.fixedInVersion());
        return version.equalsIgnoreCase("NotAvailable") ? "" : version;
    }

    /** PARTIAL says that some packages of the finding have a fix: then each tells for itself. */
    private static Optional<Boolean> fixAvailable(EnhancedImageScanFinding finding, VulnerablePackage each) {
        return switch (text(finding.fixAvailable())) {
            case "YES" -> Optional.of(true);
            case "NO" -> Optional.of(false);
            case "PARTIAL" -> Optional.of(!fixedIn(each).isEmpty());
            default -> Optional.empty();
        };
    }

    private static FindingSeverity severity(@Nullable String text) {
        String upper = text(text).toUpperCase(Locale.ROOT);
        return Arrays.stream(FindingSeverity.values())
                .filter(each -> each.name().equals(upper))
                .findFirst()
                .orElse(FindingSeverity.UNDEFINED);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
