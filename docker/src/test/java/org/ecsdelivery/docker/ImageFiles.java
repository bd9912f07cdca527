package org.ecsdelivery.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.ecsdelivery.sandbox.docker.DockerCommand;

/** What lies in an image, read from what {@code docker save} writes. */
final class ImageFiles {
    private ImageFiles() {}

    /** Maps each path to its mode, owner and content or link target; of several layers the upper one counts. */
    static SortedMap<String, String> of(String image, DockerCommand docker, Path directory) throws Exception {
        Path saved = Files.createTempFile(directory, "saved", ".tar");
        docker.succeed("save", "--output", saved.toString(), image);
        Map<String, byte[]> parts = new HashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(saved))) {
            for (TarArchiveEntry part = tar.getNextEntry(); part != null; part = tar.getNextEntry()) {
                parts.put(part.getName(), tar.readAllBytes());
            }
        }
        SortedMap<String, String> files = new TreeMap<>();
        for (var layer :
                new ObjectMapper().readTree(parts.get("manifest.json")).path(0).path("Layers")) {
            read(new ByteArrayInputStream(parts.get(layer.asText())), files);
        }
        return files;
    }

    private static void read(InputStream layer, SortedMap<String, String> files) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(layer, "UTF-8")) {
            for (TarArchiveEntry file = tar.getNextEntry(); file != null; file = tar.getNextEntry()) {
                String what =
                        file.isSymbolicLink() ? "-> " + file.getLinkName() : new String(tar.readAllBytes(), "UTF-8");
                files.put(
                        file.getName(),
                        "%o %d:%d %s".formatted(file.getMode(), file.getLongUserId(), file.getLongGroupId(), what));
            }
        }
    }
}
