package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifact;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifacts;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifactsViewMode;
import org.jspecify.annotations.Nullable;

/** What a build published, as the server half of a plugin sees it: what lies below {@code .teamcity} is hidden. */
record ServerArtifacts(Path directory, BuildArtifactsViewMode mode) implements BuildArtifacts {
    private static final String HIDDEN = ".teamcity";

    @Override
    public @Nullable BuildArtifact getArtifact(String relativePath) {
        Path file = directory.resolve(relativePath).normalize();
        boolean there = file.startsWith(directory) && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        return there && sees(directory.relativize(file).startsWith(HIDDEN)) ? new PublishedFile(file) : null;
    }

    @Override
    public boolean isAvailable() {
        return Files.isDirectory(directory);
    }

    private boolean sees(boolean hidden) {
        return switch (mode) {
            case VIEW_ALL, VIEW_ALL_WITH_ARCHIVES_CONTENT -> true;
            case VIEW_HIDDEN_ONLY -> hidden;
            case VIEW_DEFAULT, VIEW_DEFAULT_WITH_ARCHIVES_CONTENT -> !hidden;
        };
    }

    private record PublishedFile(Path file) implements BuildArtifact {
        @Override
        public boolean isFile() {
            return Files.isRegularFile(file);
        }

        @Override
        public long getSize() {
            return file.toFile().length();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
