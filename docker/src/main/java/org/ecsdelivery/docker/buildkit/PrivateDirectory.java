package org.ecsdelivery.docker.buildkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory that only the agent's user can look into, gone when closed. It lies in the build's temporary directory, which
 * TeamCity empties, so that nothing survives an agent that is killed.
 */
final class PrivateDirectory implements AutoCloseable {
    private final Path path;

    private PrivateDirectory(Path path) {
        this.path = path;
    }

    static PrivateDirectory create(Map<String, String> environment) throws IOException {
        Optional<Path> temporary = Stream.of("TMPDIR", "TEMP", "TMP")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
        String prefix = "ecs-delivery-";
        return new PrivateDirectory(
                temporary.isPresent()
                        ? Files.createTempDirectory(temporary.get().toAbsolutePath(), prefix)
                        : Files.createTempDirectory(prefix));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> bottomUp = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : bottomUp) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | java.io.UncheckedIOException left) {
            // holds no secret; the agent empties its temporary directory after the build
        }
    }
}
