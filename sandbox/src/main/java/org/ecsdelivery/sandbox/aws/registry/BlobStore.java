package org.ecsdelivery.sandbox.aws.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Content by digest in a directory, shared by all repositories as ECR shares it within a registry. */
final class BlobStore {

    private final Path blobs;
    private final Path incoming;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    BlobStore(Path directory) {
        try {
            this.blobs = Files.createDirectories(directory.resolve("blobs"));
            this.incoming = Files.createDirectories(directory.resolve("uploads"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep images in " + directory + ": " + e.getMessage(), e);
        }
    }

    Upload begin(String repository) throws IOException {
        String id = UUID.randomUUID().toString();
        Upload upload = new Upload(id, repository, incoming.resolve(id));
        uploads.put(id, upload);
        return upload;
    }

    Optional<Upload> upload(String repository, String id) {
        return Optional.ofNullable(uploads.get(id))
                .filter(upload -> upload.repository().equals(repository));
    }

    /** Moves a finished upload to its digest; the caller has compared the digest with the one announced. */
    void keep(Upload upload, Digest digest) throws IOException {
        uploads.remove(upload.id());
        Files.move(upload.file(), file(digest), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    void discard(Upload upload) throws IOException {
        uploads.remove(upload.id());
        Files.deleteIfExists(upload.file());
    }

    Digest put(byte[] content) throws IOException {
        Digest digest = Digest.of(content);
        Path draft = Files.write(incoming.resolve(UUID.randomUUID().toString()), content);
        Files.move(draft, file(digest), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return digest;
    }

    long size(Digest digest) throws IOException {
        return Files.size(file(digest));
    }

    InputStream open(Digest digest) throws IOException {
        return Files.newInputStream(file(digest));
    }

    byte[] read(Digest digest) throws IOException {
        return Files.readAllBytes(file(digest));
    }

    private Path file(Digest digest) {
        return blobs.resolve(digest.hex());
    }
}
