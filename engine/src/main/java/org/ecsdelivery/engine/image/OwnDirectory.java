package org.ecsdelivery.engine.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory that only the agent's user can look into, gone when closed. Its name says which process made it, so that whoever makes
 * the next one beside it finds those whose process was killed, and removes them.
 */
public final class OwnDirectory implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("ecs-delivery-p(\\d+)-.+");

    private final Path path;

    private OwnDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes one, and removes what processes that are gone have left there.
     *
     * @param parent where to make it
     * @throws IOException when that is not possible
     */
    public static OwnDirectory in(Path parent) throws IOException {
        sweep(parent);
        String prefix = "ecs-delivery-p" + ProcessHandle.current().pid() + "-";
        return new OwnDirectory(Files.createTempDirectory(parent.toAbsolutePath(), prefix));
    }

    /** Returns it. */
    public Path path() {
        return path;
    }

    private static void sweep(Path parent) {
        try (Stream<Path> all = Files.list(parent)) {
            all.filter(OwnDirectory::isLeftBehind).forEach(OwnDirectory::remove);
        } catch (IOException | UncheckedIOException unreadable) {
            // whoever makes the next directory here will be told
        }
    }

    /** A process with that number that began after the directory was made is another one. */
    private static boolean isLeftBehind(Path directory) {
        Matcher name = NAME.matcher(String.valueOf(directory.getFileName()));
        if (!name.matches() || !Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Optional<ProcessHandle> maker = ProcessHandle.of(Long.parseLong(name.group(1)));
        return maker.isEmpty()
                || maker.get()
                        .info()
                        .startInstant()
                        .filter(begun -> begun.isAfter(made(directory)))
                        .isPresent();
    }

    private static Instant made(Path directory) {
        try {
            return Files.getLastModifiedTime(directory).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> bottomUp = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : bottomUp) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException kept) {
            // the agent empties its temporary directory, too
        }
    }

    @Override
    public void close() {
        remove(path);
    }
}
