package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;

/** A registry that lives and ends with the test, and that knows its tokens. */
public class InMemoryImageRegistry implements ImageRegistry {
    private final RegistryHost host;
    private final InstantSource clock;
    private final InMemoryRepositories made = new InMemoryRepositories(this);
    private final Map<String, Map<String, ImageDigest>> repositories = new HashMap<>();
    private final Set<Secret> tokens = new HashSet<>();
    private final List<ImageReference> created = new ArrayList<>();
    private final Map<ImageDigest, List<PlatformImage>> indexes = new HashMap<>();
    private final Set<String> frozen = new HashSet<>();
    private int authorizations;
    private int uploads;

    /** Makes an empty registry. */
    public InMemoryImageRegistry(RegistryHost host, InstantSource clock) {
        this.host = host;
        this.clock = clock;
    }

    /** Puts an empty repository into the registry, as an administrator would. */
    public InMemoryImageRegistry with(ImageReference repository) {
        repositories.putIfAbsent(own(repository), new HashMap<>());
        return this;
    }

    /** Puts an image into the registry that another build pushed. */
    public InMemoryImageRegistry holding(ImageReference pinnedImage) {
        with(pinnedImage);
        repositories
                .get(own(pinnedImage))
                .put("of another build", pinnedImage.digest().orElseThrow());
        return this;
    }

    private String own(ImageReference repository) {
        return repository.inRegistry(repository.host().orElse(host)).name();
    }

    /** Returns its repositories, with what they were made with. */
    public InMemoryRepositories made() {
        return made;
    }

    @Override
    public Optional<Repositories> repositories() {
        return Optional.of(made);
    }

    @Override
    public RegistryCredential authorize() {
        Secret token = Secret.of("token-" + ++authorizations);
        tokens.add(token);
        return new RegistryCredential(host, "AWS", token, clock.instant().plus(Duration.ofHours(12)));
    }

    @Override
    public boolean exists(ImageReference repository) {
        return repositories.containsKey(own(repository));
    }

    @Override
    public void create(ImageReference repository) {
        with(repository);
        created.add(repository);
    }

    @Override
    public Optional<ImageDigest> digestOf(ImageReference taggedImage) {
        Map<String, ImageDigest> tags = repositories.getOrDefault(own(taggedImage), Map.of());
        return taggedImage
                .tag()
                .map(tag -> Optional.ofNullable(tags.get(tag.value())))
                .orElseGet(() -> taggedImage.digest().filter(tags::containsValue));
    }

    @Override
    public boolean freezesTags(ImageReference repository) {
        return frozen.contains(own(repository));
    }

    /** Lets no tag of a repository move any more. */
    public InMemoryImageRegistry freezing(ImageReference repository) {
        frozen.add(own(repository));
        return this;
    }

    /** What is pushed here goes by its configuration's digest throughout. */
    @Override
    public Optional<HeldImage> held(ImageReference taggedImage) {
        return digestOf(taggedImage).map(digest -> new HeldImage(digest, Optional.of(digest)));
    }

    @Override
    public List<PlatformImage> images(ImageReference pinnedImage) {
        return pinnedImage
                .digest()
                .map(each -> indexes.getOrDefault(each, List.of()))
                .orElseGet(List::of);
    }

    /** Makes an image one for some platforms. */
    public void make(ImageDigest image, String... itsPlatforms) {
        indexes.put(
                image,
                Arrays.stream(itsPlatforms)
                        .map(platform -> new PlatformImage(platform, digestFor(image, platform)))
                        .toList());
    }

    /** Returns the digest of the image for a platform that an index lists. */
    public static ImageDigest digestFor(ImageDigest index, String platform) {
        return new ImageDigest("sha256:" + String.format("%064x", Math.abs((long) (index + platform).hashCode())));
    }

    /** Takes an image, or refuses it in ECR's words. */
    public ImageDigest receive(ImageReference name, RegistryCredential credential, ImageDigest digest) {
        refusal(credential).ifPresent(words -> {
            throw new PushRefused(name, words);
        });
        Map<String, ImageDigest> tags = repositories.get(name.name());
        if (tags == null) {
            throw new PushRefused(
                    name,
                    "name unknown: The repository with name '" + name.repository()
                            + "' does not exist in the registry with id '123456789012'");
        }
        String tag = name.tag().orElseThrow().value();
        if (frozen.contains(name.name()) && tags.containsKey(tag)) {
            throw new PushRefused(
                    name,
                    "tag invalid: The image tag '" + tag + "' already exists in the '" + name.repository()
                            + "' repository and cannot be overwritten because the repository is immutable.");
        }
        uploads += tags.containsValue(digest) ? 0 : 1;
        tags.put(tag, digest);
        return digest;
    }

    /** Returns its host. */
    public RegistryHost host() {
        return host;
    }

    /** Lets somebody in, or says in ECR's words why not. */
    public Optional<String> refusal(RegistryCredential credential) {
        if (tokens.contains(credential.password())) {
            return Optional.empty();
        }
        return Optional.of(
                credential.password().reveal().startsWith("token-")
                        ? "denied: Your authorization token has expired. Reauthenticate and try again."
                        : "unauthorized: incorrect username or password");
    }

    /** Returns how many images came over the wire; a further tag of one is none. */
    public int uploads() {
        return uploads;
    }

    /** Lets every token given so far run out. */
    public void expireTokens() {
        tokens.clear();
    }

    /** Returns how many tokens were asked for. */
    public int authorizations() {
        return authorizations;
    }

    /** Returns the repositories created through the port, in order. */
    public List<ImageReference> created() {
        return List.copyOf(created);
    }
}
