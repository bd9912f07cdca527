package org.ecsdelivery.agent.envfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/** The places an env file may have: in the checkout or in the build's temporary directory, every symbolic link followed. */
public final class AllowedPlaces {
    private static final String GIT = ".git";

    private final Path checkout;
    private final List<Path> roots;

    /**
     * Makes it.
     *
     * @param temporary the build's temporary directory
     * @throws IOException when one of the directories is not there
     */
    public AllowedPlaces(Path checkout, Path temporary) throws IOException {
        this.checkout = checkout.toRealPath();
        this.roots = List.of(this.checkout, temporary.toRealPath());
    }

    /** Returns the checkout directory, a real path. */
    public Path checkout() {
        return checkout;
    }

    /**
     * Finds the place that a setting names.
     *
     * @throws EngineException when it lies elsewhere, or something stands there that must not be written over
     */
    public Place find(String path) {
        try {
            Path file = checkout.resolve(path).normalize();
            @Nullable Path name = file.getFileName();
            @Nullable Path directory = file.getParent();
            if (name == null || directory == null) {
                throw refused(path, "is not the path of a file", null);
            }
            Place place = place(path, directory, name);
            refuseWhatIsNoFile(path, place.file());
            return place;
        } catch (IOException | InvalidPathException cause) {
            throw refused(path, "cannot be used: " + cause, cause);
        }
    }

    private Place place(String path, Path directory, Path name) throws IOException {
        List<Path> missing = new ArrayList<>();
        Path there = directory;
        while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            missing.add(0, there);
            there = Optional.ofNullable(there.getParent()).orElseThrow(() -> new NoSuchFileException(path));
        }
        Path real = there.toRealPath();
        if (!Files.isDirectory(real)) {
            throw refused(path, "lies below " + real + ", which is no directory", null);
        }
        Path base = there;
        Path parent = real.resolve(base.relativize(directory));
        Path root = roots.stream()
                .filter(parent::startsWith)
                .findFirst()
                .orElseThrow(() -> refused(
                        path,
                        "leads to " + parent.resolve(name) + ", outside of the checkout directory " + checkout
                                + " and of the build's temporary directory",
                        null));
        refuseGit(path, root.relativize(parent));
        List<Path> toMake = missing.stream()
                .map(each -> real.resolve(base.relativize(each)))
                .toList();
        return new Place(parent.resolve(name), toMake);
    }

    private static void refuseGit(String path, Path inside) {
        if (Stream.iterate(0, at -> at < inside.getNameCount(), at -> at + 1)
                .anyMatch(at -> inside.getName(at).toString().equalsIgnoreCase(GIT))) {
            throw refused(path, "lies in the directory " + GIT + ", which belongs to git", null);
        }
    }

    private static void refuseWhatIsNoFile(String path, Path file) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (found.isSymbolicLink()) {
                throw refused(path, "is a symbolic link to " + Files.readSymbolicLink(file), null);
            }
            if (!found.isRegularFile()) {
                throw refused(path, found.isDirectory() ? "is a directory" : "is a device, a pipe or a socket", null);
            }
        } catch (NoSuchFileException free) {
            // so it is most of the time
            return;
        }
    }

    private static EngineException refused(String path, String what, @Nullable Exception cause) {
        return new EngineException(
                FailureKind.INVALID_PATH,
                EnvFileParameters.PATH.label() + " (" + EnvFileParameters.PATH.name() + "): '" + path + "' " + what,
                "",
                "Enter the path of a file in the checkout directory, or in the build's temporary directory,"
                        + " %system.teamcity.build.tempDir%.",
                cause);
    }
}
