package org.ecsdelivery.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.RepositoryName;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.image.HeldImage;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.PlatformImage;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.registry.AuthorizationToken;
import org.ecsdelivery.sandbox.aws.registry.Digest;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.ecsdelivery.sandbox.aws.registry.TagMutability;

/** The sandbox's registry as the engine's port sees it, without the AWS calls in between. */
final class SandboxRegistry implements ImageRegistry {
    private final LocalAws aws;

    SandboxRegistry(LocalAws aws) {
        this.aws = aws;
    }

    /** Creates a repository and gives its full name. */
    ImageReference repository(String name) {
        ImageReference repository = ImageReference.of(host(), new RepositoryName(name));
        create(repository);
        return repository;
    }

    private RegistryHost host() {
        return new RegistryHost(aws.registryHost());
    }

    @Override
    public RegistryCredential authorize() {
        AuthorizationToken token = aws.registry().tokens().issue();
        return new RegistryCredential(host(), AuthorizationToken.USER, Secret.of(token.password()), token.expiresAt());
    }

    @Override
    public boolean exists(ImageReference repository) {
        return aws.registry().repository(repository.repository().value()).isPresent();
    }

    @Override
    public void create(ImageReference repository) {
        aws.registry().create(repository.repository().value(), RepositorySettings.defaults());
    }

    @Override
    public Optional<ImageDigest> digestOf(ImageReference taggedImage) {
        return aws.registry()
                .digest(
                        taggedImage.repository().value(),
                        taggedImage.tag().orElseThrow().value())
                .map(digest -> new ImageDigest(digest.toString()));
    }

    @Override
    public boolean freezesTags(ImageReference repository) {
        return aws.registry()
                .repository(repository.repository().value())
                .filter(each -> each.settings().mutability() == TagMutability.IMMUTABLE)
                .isPresent();
    }

    @Override
    public Optional<HeldImage> held(ImageReference taggedImage) {
        return digestOf(taggedImage).map(digest -> new HeldImage(digest, configuration(digest)));
    }

    private Optional<ImageDigest> configuration(ImageDigest digest) {
        try {
            JsonNode manifest = new ObjectMapper().readTree(aws.registry().manifest(new Digest(digest.value())));
            return Optional.of(
                    new ImageDigest(manifest.path("config").path("digest").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<PlatformImage> images(ImageReference pinnedImage) {
        throw new AssertionError("the image step asks for no platforms");
    }
}
