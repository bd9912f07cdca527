package org.ecsdelivery.docker.buildkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.ecsdelivery.engine.image.OwnDirectory;

/** Where the directories of the docker command lie: in the build's temporary directory, which TeamCity empties. */
final class PrivateDirectory {
    private PrivateDirectory() {}

    static OwnDirectory create(Map<String, String> environment) throws IOException {
        return OwnDirectory.in(Stream.of("TMPDIR", "TEMP", "TMP")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"))));
    }
}
