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
    private final Map<String, Map<String, ImageDigest>> repositories = new HashMap<>();
    private final Set<Secret> tokens = new HashSet<>();
    private final List<ImageReference> created = new ArrayList<>();
    private final Map<ImageDigest, List<PlatformImage>> indexes = new HashMap<>();
    private int authorizations;

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
        if (!tokens.contains(credential.password())) {
            throw new PushRefused(name, "denied: Your authorization token has expired. Reauthenticate and try again.");
        }
        Map<String, ImageDigest> tags = repositories.get(name.name());
        if (tags == null) {
            throw new PushRefused(
                    name,
                    "name unknown: The repository with name '" + name.repository()
                            + "' does not exist in the registry with id '123456789012'");
        }
        tags.put(name.tag().orElseThrow().value(), digest);
        return digest;
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
