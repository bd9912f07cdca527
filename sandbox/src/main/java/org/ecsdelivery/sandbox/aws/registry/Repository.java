package org.ecsdelivery.sandbox.aws.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** One repository: its settings, its images, its tags, and which blobs it may serve. */
public final class Repository {

    private final String name;
    private final Instant createdAt;
    private final Set<Digest> blobs = new HashSet<>();
    private final Map<Digest, StoredImage> images = new LinkedHashMap<>();
    private final Map<String, Digest> tags = new TreeMap<>();
    private RepositorySettings settings;

    Repository(String name, Instant createdAt, RepositorySettings settings) {
        this.name = name;
        this.createdAt = createdAt;
        this.settings = settings;
    }

    /** Tells the name, with its namespaces. */
    public String name() {
        return name;
    }

    /** Tells when the repository was created, by the sandbox's clock. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Tells the settings in force. */
    public synchronized RepositorySettings settings() {
        return settings;
    }

    /** Changes the settings in one step. */
    public synchronized RepositorySettings configure(UnaryOperator<RepositorySettings> change) {
        settings = change.apply(settings);
        return settings;
    }

    /** Lists the images in the order of their first push. */
    public synchronized List<StoredImage> images() {
        return images.values().stream().map(this::tagged).toList();
    }

    /** Lists the tags in alphabetical order. */
    public synchronized List<String> tags() {
        return List.copyOf(tags.keySet());
    }

    /** Finds an image by tag or by digest. */
    public synchronized Optional<StoredImage> image(String tagOrDigest) {
        return Digest.parse(tagOrDigest)
                .or(() -> Optional.ofNullable(tags.get(tagOrDigest)))
                .map(images::get)
                .map(this::tagged);
    }

    synchronized boolean has(Digest blob) {
        return blobs.contains(blob);
    }

    synchronized void link(Digest blob) {
        blobs.add(blob);
    }

    synchronized List<Digest> missingBlobs(Collection<Digest> wanted) {
        return wanted.stream().filter(digest -> !blobs.contains(digest)).toList();
    }

    synchronized List<Digest> missingImages(Collection<Digest> wanted) {
        return wanted.stream().filter(digest -> !images.containsKey(digest)).toList();
    }

    synchronized long largest(Collection<Digest> among) {
        return among.stream()
                .map(images::get)
                .mapToLong(image -> image == null ? 0 : image.sizeBytes())
                .max()
                .orElse(0);
    }

    /** Adds an image and moves the tag to it; answers false when the tag is there already and must not move. */
    synchronized boolean put(StoredImage image, Optional<String> tag) {
        if (tag.filter(tags::containsKey).filter(settings::freezes).isPresent()) {
            return false;
        }
        images.putIfAbsent(image.digest(), image);
        tag.ifPresent(name -> tags.put(name, image.digest()));
        return true;
    }

    private StoredImage tagged(StoredImage image) {
        return image.withTags(tags.entrySet().stream()
                .filter(tag -> tag.getValue().equals(image.digest()))
                .map(Map.Entry::getKey)
                .toList());
    }
}
