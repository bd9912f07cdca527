package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jetbrains.buildServer.agent.SimpleBuildLogger;

/** The artifacts of one build: files copied to a directory as TeamCity uploads them. */
final class PublishedArtifacts {
    private final Path checkoutDirectory;
    private final Path directory;

    PublishedArtifacts(Path checkoutDirectory, Path directory) {
        this.checkoutDirectory = checkoutDirectory;
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** Publishes the files of the rules; what is not there is a warning in the build log, as in TeamCity. */
    void publish(String rules, SimpleBuildLogger log) {
        for (ArtifactRule rule : ArtifactRule.parse(rules)) {
            try {
                Map<String, Path> files = rule.files(checkoutDirectory);
                if (files.isEmpty()) {
                    log.warning("No files found to publish for the artifact path " + rule.source());
                } else {
                    publish(rule, files);
                }
            } catch (IOException cause) {
                log.error("Cannot publish the artifact path " + rule.source() + ": " + cause);
            }
        }
    }

    /** Lists what was published, by path below the artifacts directory. */
    List<String> paths() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    private void publish(ArtifactRule rule, Map<String, Path> files) throws IOException {
        if (!rule.isArchive()) {
            copy(files, directory.resolve(rule.folder()));
            return;
        }
        Path archive = directory.resolve(rule.archive());
        Files.createDirectories(archive.resolveSibling("."));
        try (FileSystem zip =
                FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of("create", "true"))) {
            copy(files, zip.getPath("/" + rule.folder()));
        }
    }

    private static void copy(Map<String, Path> files, Path target) throws IOException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path to = target.resolve(file.getKey());
            Files.createDirectories(to.toAbsolutePath().resolveSibling("."));
            Files.copy(file.getValue(), to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
