package org.ecsdelivery.sandbox.aws.ecr;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ecsdelivery.sandbox.aws.registry.Digest;
import org.ecsdelivery.sandbox.aws.registry.Repository;
import org.ecsdelivery.sandbox.aws.registry.StoredImage;

/**
 * What scans of images find, and how they go. Until somebody says otherwise the registry scans the basic way: where the repository scans
 * on push, or somebody starts a scan; each takes five seconds and finds nothing.
 */
public final class Scans {
    private static final Duration ONE_A_DAY = Duration.ofHours(24);

    private final Map<Digest, Instant> started = new ConcurrentHashMap<>();
    private final Map<Digest, List<PlantedFinding>> findings = new ConcurrentHashMap<>();
    private final Map<Digest, Ending> endings = new ConcurrentHashMap<>();
    private volatile List<PlantedFinding> everywhere = List.of();
    private volatile Optional<Ending> anyEnding = Optional.empty();
    private volatile Duration duration = Duration.ofSeconds(5);
    private final Set<String> leftOut = ConcurrentHashMap.newKeySet();
    private volatile boolean enhanced;

    /** How a scan ends otherwise than with findings. */
    record Ending(String status, String description) {}

    /** Has Amazon Inspector scan every image from its push on. */
    public Scans enhanced() {
        enhanced = true;
        return this;
    }

    /** Has no filter of enhanced scanning be for a repository. */
    public Scans leavingOut(String repository) {
        leftOut.add(repository);
        return this;
    }

    /** Has every scan take so long. */
    public Scans taking(Duration howLong) {
        duration = howLong;
        return this;
    }

    /** Has the scans of all images find these, beside what their own scans find. */
    public Scans find(PlantedFinding... planted) {
        everywhere = List.of(planted);
        return this;
    }

    /** Has the scan of one image find these. */
    public Scans findIn(String digest, PlantedFinding... planted) {
        findings.put(new Digest(digest), List.of(planted));
        return this;
    }

    /** Has every scan end without findings, as in {@code FAILED} with {@code UnsupportedImageError: ...}. */
    public Scans endWith(String status, String description) {
        anyEnding = Optional.of(new Ending(status, description));
        return this;
    }

    /** Has the scan of one image end without findings. */
    public Scans endWith(String digest, String status, String description) {
        endings.put(new Digest(digest), new Ending(status, description));
        return this;
    }

    /** Tells whether somebody asked for a scan of this image. */
    public boolean wasAskedFor(String digest) {
        return started.containsKey(new Digest(digest));
    }

    boolean isLeftOut(Repository repository) {
        return leftOut.contains(repository.name());
    }

    boolean isEnhanced() {
        return enhanced;
    }

    Optional<Instant> began(Repository repository, StoredImage image) {
        boolean onPush =
                enhanced ? !isLeftOut(repository) : repository.settings().scanOnPush();
        return onPush ? Optional.of(image.pushedAt()) : Optional.ofNullable(started.get(image.digest()));
    }

    /** Begins a scan; answers false when there was one within a day. */
    boolean start(Repository repository, StoredImage image, Instant now) {
        Optional<Instant> before = began(repository, image);
        if (before.isPresent() && now.isBefore(before.get().plus(ONE_A_DAY))) {
            return false;
        }
        started.put(image.digest(), now);
        return true;
    }

    boolean isOver(Instant began, Instant now) {
        return !now.isBefore(began.plus(duration));
    }

    Optional<Ending> ending(Digest image) {
        return Optional.ofNullable(endings.get(image)).or(() -> anyEnding);
    }

    List<PlantedFinding> findings(Digest image) {
        List<PlantedFinding> all = new ArrayList<>(findings.getOrDefault(image, List.of()));
        all.addAll(everywhere);
        return all;
    }
}
