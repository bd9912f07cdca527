package org.ecsdelivery.engine.image;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** What the image and deploy steps want of ECR. Every method may throw {@link AccessDenied} and {@link TransientFailure}. */
public interface ImageRegistry {
    /** Asks for a new token. The host of the answer is the registry that the credentials lead to. */
    RegistryCredential authorize();

    /** Tells whether the repository exists, in the account that the host names or else the credentials' own. */
    boolean exists(ImageReference repository);

    /** Creates the repository with ECR's defaults; one that was created meanwhile is as good. */
    void create(ImageReference repository);

    /** Tells whether no tag of an existing repository may move; of one with exceptions to either rule, only a push tells. */
    boolean freezesTags(ImageReference repository);

    /** Returns the image behind a tag, or nothing when there is no such image. */
    Optional<HeldImage> held(ImageReference taggedImage);

    /** Returns the digest behind a tag, or nothing when there is no such image. */
    Optional<ImageDigest> digestOf(ImageReference taggedImage);

    /**
     * Returns the images that an index given by digest lists, one for each platform; attestations are none.
     *
     * @return none when it is a single image, whose manifest does not tell, or when there is no such image
     */
    List<PlatformImage> images(ImageReference pinnedImage);

    /** Returns how repositories are made here, and how they are; nothing where a registry has no such interface, as all but ECR's. */
    default Optional<Repositories> repositories() {
        return Optional.empty();
    }

    /** Returns the platforms that an image given by digest is for, as in {@code linux/arm64}; none where {@link #images} are none. */
    default List<String> platforms(ImageReference pinnedImage) {
        return images(pinnedImage).stream()
                .map(PlatformImage::platform)
                .distinct()
                .toList();
    }
}
