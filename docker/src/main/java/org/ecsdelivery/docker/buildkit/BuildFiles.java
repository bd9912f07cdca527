package org.ecsdelivery.docker.buildkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one build: what the docker command reads and what it writes.
 *
 * @param dockerfile the Dockerfile
 * @param imageIdFile where the image's id will stand
 * @param metadata where BuildKit will say what it made
 */
record BuildFiles(Path dockerfile, Path imageIdFile, Path metadata) {

    static BuildFiles in(Path directory, Path dockerfile) {
        return new BuildFiles(dockerfile, directory.resolve("image-id"), directory.resolve("metadata.json"));
    }

    /** Returns what BuildKit said it made; empty where the client cannot ask. */
    String metadataText() throws IOException {
        return Files.exists(metadata) ? Files.readString(metadata) : "";
    }

    /**
     * Returns by what the engine knows the image. An engine with the containerd image store knows it by its manifest, which only the
     * metadata names; the other file has the digest of its configuration.
     */
    Optional<String> imageId() throws IOException {
        if (!Files.exists(imageIdFile)) {
            return Optional.empty();
        }
        String digest = Files.exists(metadata)
                ? new ObjectMapper()
                        .readTree(metadata.toFile())
                        .path("containerimage.digest")
                        .asText()
                : "";
        return Optional.of(digest.isEmpty() ? Files.readString(imageIdFile).strip() : digest);
    }
}
