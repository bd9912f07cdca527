package org.ecsdelivery.sandbox.aws.registry;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The images of one account in one Region.
 *
 * <p>A Docker Engine reaches them through {@link #handler()}, the ECR service and the ECS model through the methods
 * here. Content lies in a directory; what points to it lives in memory and ends with the process.
 */
public final class ImageRegistry {

    private final RegistryIdentity identity;
    private final InstantSource clock;
    private final BlobStore store;
    private final RegistryTokens tokens;
    private final RegistryFaults faults = new RegistryFaults();
    private final AtomicInteger blobUploads = new AtomicInteger();
    private final ConcurrentNavigableMap<String, Repository> repositories = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<String, CreationTemplate> templates = new ConcurrentSkipListMap<>();

    private ImageRegistry(RegistryIdentity identity, Path directory, InstantSource clock) {
        this.identity = identity;
        this.clock = clock;
        this.store = new BlobStore(directory);
        this.tokens = new RegistryTokens(clock);
    }

    /** Opens an empty registry that keeps its content in the given directory, which is created when missing. */
    public static ImageRegistry in(Path directory, RegistryIdentity identity, InstantSource clock) {
        return new ImageRegistry(identity, directory, clock);
    }

    /** Tells whose registry this is. */
    public RegistryIdentity identity() {
        return identity;
    }

    /** Gives the passwords the registry takes. */
    public RegistryTokens tokens() {
        return tokens;
    }

    /** Gives the faults that can be scripted. */
    public RegistryFaults faults() {
        return faults;
    }

    /** Answers the OCI distribution protocol below {@code /v2/}. */
    public HttpHandler handler() {
        return new RegistryHandler(this, new BlobEndpoint(this), new UploadEndpoint(this), new ManifestEndpoint(this));
    }

    /** Creates a repository; answers empty when one of that name is there already. */
    public Optional<Repository> create(String name, RepositorySettings settings) {
        Repository created = new Repository(name, clock.instant(), settings);
        return repositories.putIfAbsent(name, created) == null ? Optional.of(created) : Optional.empty();
    }

    /** Has a repository go, with its images. */
    public void remove(String name) {
        repositories.remove(name);
    }

    /** Finds a repository by its name. */
    public Optional<Repository> repository(String name) {
        return Optional.ofNullable(repositories.get(name));
    }

    /** Lists the repositories by name. */
    public List<Repository> repositories() {
        return List.copyOf(repositories.values());
    }

    /** Finds the digest a tag of a repository points to. */
    public Optional<Digest> digest(String repository, String tag) {
        return repository(repository).flatMap(found -> found.image(tag)).map(StoredImage::digest);
    }

    /**
     * Resolves an image reference the way a pull would, for ECS to tell whether a task can start.
     *
     * @param imageReference as a task definition names it: {@code host/name}, {@code host/name:tag} or
     *     {@code host/name@digest}; the host may be loopback or the account's name at ECR
     * @return the digest, or empty when the reference is of another registry or the image is not there
     */
    public Optional<Digest> resolve(String imageReference) {
        return PullReference.parse(imageReference, identity.account())
                .flatMap(reference -> digest(reference.repository(), reference.tagOrDigest()));
    }

    /** Counts the blobs received over the wire so far; a layer that is there already is not sent again. */
    public int blobUploads() {
        return blobUploads.get();
    }

    /**
     * Reads a manifest.
     *
     * @throws IOException when the content directory cannot be read
     */
    public String manifest(Digest digest) throws IOException {
        return new String(store.read(digest), StandardCharsets.UTF_8);
    }

    void countBlobUpload() {
        blobUploads.incrementAndGet();
    }

    BlobStore store() {
        return store;
    }

    InstantSource clock() {
        return clock;
    }

    /** Adds a template by which a push creates repositories; answers false when there is one of that prefix. */
    public boolean add(CreationTemplate template) {
        return templates.putIfAbsent(template.prefix(), template) == null;
    }

    /** Lists the templates by their prefixes. */
    public List<CreationTemplate> templates() {
        return List.copyOf(templates.values());
    }

    private Optional<Repository> madeByTemplate(String name) {
        return templates.values().stream()
                .filter(each -> each.matches(name))
                .max(Comparator.comparing(CreationTemplate::weight))
                .filter(CreationTemplate::isForPushes)
                .flatMap(each -> create(name, each.settings()).or(() -> repository(name)));
    }

    /** Finds the repository of a push, which a template may make. */
    Repository pushed(String name) {
        return repository(name).or(() -> madeByTemplate(name)).orElseGet(() -> existing(name));
    }

    Repository existing(String name) {
        return repository(name)
                .orElseThrow(() -> new RegistryError(404, "NAME_UNKNOWN", identity.repositoryNotFound(name)));
    }
}
