package org.ecsdelivery.common.value;

import java.util.Optional;

/**
 * An image in a registry: host and repository, with a tag, a digest, both or neither.
 *
 * @param host the registry; empty when the name leaves it to the reader (Docker would say Docker Hub, we say the account's registry)
 * @param repository the repository
 * @param tag the tag
 * @param digest the digest
 */
public record ImageReference(
        Optional<RegistryHost> host, RepositoryName repository, Optional<ImageTag> tag, Optional<ImageDigest> digest) {

    /** Returns the repository of a registry, without tag or digest. */
    public static ImageReference of(RegistryHost host, RepositoryName repository) {
        return new ImageReference(Optional.of(host), repository, Optional.empty(), Optional.empty());
    }

    /**
     * Reads {@code [host/]repository[:tag][@digest]}.
     *
     * @throws IllegalArgumentException when a part is not of its form
     */
    public static ImageReference parse(String text) {
        int at = text.indexOf('@');
        Optional<ImageDigest> digest = at < 0 ? Optional.empty() : Optional.of(new ImageDigest(text.substring(at + 1)));
        String name = at < 0 ? text : text.substring(0, at);
        int slash = name.indexOf('/');
        boolean hosted = slash > 0 && RegistryHost.looksLikeHost(name.substring(0, slash));
        Optional<RegistryHost> host =
                hosted ? Optional.of(new RegistryHost(name.substring(0, slash))) : Optional.empty();
        String path = hosted ? name.substring(slash + 1) : name;
        int colon = path.indexOf(':');
        Optional<ImageTag> tag = colon < 0 ? Optional.empty() : Optional.of(new ImageTag(path.substring(colon + 1)));
        return new ImageReference(host, repository(colon < 0 ? path : path.substring(0, colon)), tag, digest);
    }

    /** An ECR host alone has the form of a repository name, but nobody means a repository by it. */
    private static RepositoryName repository(String path) {
        if (!path.isEmpty() && path.indexOf('/') < 0 && RegistryHost.isEcr(path)) {
            throw new IllegalArgumentException("'" + path + "' is a registry without a repository");
        }
        return new RepositoryName(path);
    }

    /** Returns this image in the given registry. */
    public ImageReference inRegistry(RegistryHost registry) {
        return new ImageReference(Optional.of(registry), repository, tag, digest);
    }

    /** Returns this repository under one tag, without a digest. */
    public ImageReference withTag(ImageTag newTag) {
        return new ImageReference(host, repository, Optional.of(newTag), Optional.empty());
    }

    /** Returns this repository pinned to a digest, without a tag: the form that names one image for ever. */
    public ImageReference pinnedTo(ImageDigest newDigest) {
        return new ImageReference(host, repository, Optional.empty(), Optional.of(newDigest));
    }

    /** Returns the name up to the repository: {@code host/repository}. */
    public String name() {
        return host.map(registry -> registry + "/").orElse("") + repository;
    }

    @Override
    public String toString() {
        return name()
                + tag.map(t -> ":" + t).orElse("")
                + digest.map(d -> "@" + d).orElse("");
    }
}
