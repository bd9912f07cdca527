package org.ecsdelivery.sandbox.aws.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** One blob on its way in: grows on disk and is hashed as it grows, so that memory stays flat. */
final class Upload {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final String id;
    private final String repository;
    private final Path file;
    private final MessageDigest hash = Digest.sha256();
    private long received;

    Upload(String id, String repository, Path file) throws IOException {
        this.id = id;
        this.repository = repository;
        this.file = Files.createFile(file);
    }

    String id() {
        return id;
    }

    String repository() {
        return repository;
    }

    synchronized long received() {
        return received;
    }

    synchronized long append(InputStream body) throws IOException {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
                out.write(chunk, 0, n);
                hash.update(chunk, 0, n);
                received += n;
            }
        }
        return received;
    }

    /** Ends the upload: the hash cannot be asked for twice. */
    synchronized Digest finish() {
        return Digest.from(hash.digest());
    }

    Path file() {
        return file;
    }
}
