package org.ecsdelivery.engine.scan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.settings.IgnoredFinding;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.common.settings.ScanSettings;
import org.ecsdelivery.common.value.ImageReference;

/**
 * What came of the scan of an image, in all repositories that it is in, or of all the images that an index lists.
 *
 * @param targets the image or index by digest, in each repository whose images ECR scans
 * @param notScanned the repositories whose images ECR does not scan
 * @param settings what was to become of the findings
 * @param images the images
 * @param day the day by which ignored findings count again, in UTC
 * @param took how long it was waited for
 */
public record ScanResult(
        List<ImageReference> targets,
        List<ImageReference> notScanned,
        ScanSettings settings,
        List<ScannedImage> images,
        LocalDate day,
        Duration took) {
    /** Copies the lists. */
    public ScanResult {
        targets = List.copyOf(targets);
        notScanned = List.copyOf(notScanned);
        images = List.copyOf(images);
    }

    /** Returns the image or index in the first repository. */
    public ImageReference image() {
        return targets.get(0);
    }

    /** Returns every finding once, although several platforms and repositories may have it. */
    public List<JudgedFinding> findings() {
        return findings(images.stream());
    }

    /** Returns every finding in one of the repositories once. */
    public List<JudgedFinding> findings(ImageReference target) {
        return findings(in(target));
    }

    private static List<JudgedFinding> findings(Stream<ScannedImage> images) {
        return images.flatMap(each -> each.findings().stream()).distinct().toList();
    }

    private Stream<ScannedImage> in(ImageReference target) {
        return images.stream().filter(each -> each.image().name().equals(target.name()));
    }

    /** Tells whether the findings of all images in one of the repositories are known. */
    public boolean isScanned(ImageReference target) {
        return in(target).allMatch(ScannedImage::isScanned);
    }

    /** Returns the findings that count. */
    public List<JudgedFinding> counted() {
        return findings().stream().filter(JudgedFinding::counts).toList();
    }

    /** Returns how many findings of a severity there are, whether they count or not. */
    public long count(FindingSeverity severity) {
        return findings().stream()
                .filter(each -> each.finding().severity() == severity)
                .count();
    }

    /** Returns the images whose findings are not known, without those that may pass nevertheless. */
    public List<ScannedImage> missing() {
        return images.stream()
                .filter(each -> !each.isScanned())
                .filter(each -> !each.isUnsupported() || !settings.unscannablePasses())
                .toList();
    }

    /** Returns the images that pass although ECR cannot scan them. */
    public List<ScannedImage> excused() {
        return images.stream()
                .filter(each -> each.isUnsupported() && settings.unscannablePasses())
                .toList();
    }

    /** Returns the entries that are over, whether something is found of that name or not. */
    public List<IgnoredFinding> expired() {
        return settings.ignored().stream().filter(each -> each.isOverOn(day)).toList();
    }

    /** Returns the entries that nothing was found of. */
    public List<IgnoredFinding> unused() {
        Stream<IgnoredFinding> current = settings.ignored().stream().filter(each -> !each.isOverOn(day));
        return current.filter(entry -> findings().stream()
                        .noneMatch(each -> each.finding().name().equals(entry.name())))
                .toList();
    }

    /** Tells whether the step may go on. */
    public boolean passes() {
        return settings.mode() != ImageScan.GATE
                || missing().isEmpty() && counted().isEmpty();
    }
}
