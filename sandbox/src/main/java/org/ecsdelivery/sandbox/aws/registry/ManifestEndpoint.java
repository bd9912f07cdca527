package org.ecsdelivery.sandbox.aws.registry;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Takes and serves manifests, by tag and by digest. */
final class ManifestEndpoint {

    /** The largest manifest taken, in bytes; the distribution specification asks for at least this much. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private final ImageRegistry registry;

    ManifestEndpoint(ImageRegistry registry) {
        this.registry = registry;
    }

    void answer(RegistryExchange exchange, RegistryPath path) throws IOException {
        Repository repository = registry.existing(path.repository());
        switch (exchange.method()) {
            case "GET", "HEAD" -> serve(exchange, repository, path.reference());
            case "PUT" -> put(exchange, repository, path.reference());
            default -> throw RegistryError.unsupported(exchange.method(), exchange.path());
        }
    }

    private void serve(RegistryExchange exchange, Repository repository, String reference) throws IOException {
        StoredImage image = repository.image(reference).orElseThrow(RegistryError::manifestUnknown);
        exchange.with("Docker-Content-Digest", image.digest().value())
                .with("Content-Type", image.mediaType())
                .answer(200, registry.store().read(image.digest()));
    }

    private void put(RegistryExchange exchange, Repository repository, String reference) throws IOException {
        byte[] body = exchange.body().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw RegistryError.manifestInvalid("The manifest is larger than " + LARGEST + " bytes");
        }
        Manifest manifest = Manifest.parse(exchange.header("Content-Type").orElse(""), body);
        requireContent(repository, manifest);
        Digest digest = keep(repository, manifest, body, reference);
        exchange.with("Location", "/v2/" + repository.name() + "/manifests/" + digest)
                .with("Docker-Content-Digest", digest.value())
                .answer(201);
    }

    private Digest keep(Repository repository, Manifest manifest, byte[] body, String reference) throws IOException {
        Digest digest = Digest.of(body);
        Optional<Digest> announced = Digest.parse(reference);
        if (announced.isPresent() && !announced.get().equals(digest)) {
            throw RegistryError.digestInvalid(
                    "Manifest digest '" + reference + "' announced, '" + digest + "' received");
        }
        registry.store().put(body);
        Optional<String> tag = announced.isPresent() ? Optional.empty() : Optional.of(reference);
        if (!repository.put(image(repository, manifest, digest), tag)) {
            throw new RegistryError(
                    400,
                    "TAG_INVALID",
                    "The image tag '" + reference + "' already exists in the '" + repository.name()
                            + "' repository and cannot be overwritten because the repository is immutable.");
        }
        return digest;
    }

    private StoredImage image(Repository repository, Manifest manifest, Digest digest) {
        long size = manifest.images().isEmpty() ? manifest.sizeBytes() : repository.largest(manifest.images());
        return new StoredImage(
                digest,
                manifest.mediaType(),
                manifest.configMediaType(),
                size,
                registry.clock().instant(),
                List.of());
    }

    private void requireContent(Repository repository, Manifest manifest) {
        requireNothing("Layers", repository.missingBlobs(manifest.blobs()), repository);
        requireNothing("Images", repository.missingImages(manifest.images()), repository);
    }

    private void requireNothing(String what, List<Digest> missing, Repository repository) {
        if (!missing.isEmpty()) {
            throw new RegistryError(
                    400,
                    "BLOB_UPLOAD_UNKNOWN",
                    what + " with digests '" + missing + "' required for pushing image into repository with name '"
                            + repository.name() + "' in the registry with id '"
                            + registry.identity().account() + "' do not exist");
        }
    }
}
