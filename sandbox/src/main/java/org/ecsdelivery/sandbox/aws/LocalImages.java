package org.ecsdelivery.sandbox.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.registry.ImageRegistry;
import org.ecsdelivery.sandbox.aws.registry.RegistryIdentity;
import org.jspecify.annotations.Nullable;

/** The registry of one stand-in and the directory it fills; a directory nobody named is taken away at the end. */
final class LocalImages implements AutoCloseable {

    private final Path directory;
    private final boolean temporary;
    private final ImageRegistry registry;

    LocalImages(AwsAccount account, Optional<Path> chosen) {
        temporary = chosen.isEmpty();
        directory = chosen.orElseGet(LocalImages::temporaryDirectory);
        registry = ImageRegistry.in(directory, new RegistryIdentity(account.id(), account.region()), account.clock());
    }

    ImageRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        if (temporary) {
            delete();
        }
    }

    private void delete() {
        try {
            Files.walkFileTree(directory, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The images of the sandbox in " + directory + " could not be deleted: " + e.getMessage(), e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("ecs-delivery-images");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory for the sandbox's images: " + e.getMessage(), e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
