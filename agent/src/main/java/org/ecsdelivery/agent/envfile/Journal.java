package org.ecsdelivery.agent.envfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory of the agent with one entry for each env file that there is, written down before the file is: who begins the next
 * build finds there what a killed agent left behind.
 */
public final class Journal {
    private static final String ENDING = ".entry";
    private static final String ASIDE = ".aside";
    private static final Pattern NUMBERED = Pattern.compile("(\\d{9})-.*");
    private static final int LONGEST = 1 << 20;

    private final Path directory;

    /** Makes it; the directory is made with the first entry. */
    public Journal(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /** Returns the directory. */
    Path directory() {
        return directory;
    }

    /** Returns where a new entry will be, behind all others. */
    Path newEntry() throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory.resolveSibling(".").normalize());
            OwnerOnly.newDirectory(directory);
        }
        List<Path> known = entries();
        int last = known.isEmpty() ? 0 : number(known.get(0));
        return directory.resolve(String.format("%09d-%s%s", last + 1, UUID.randomUUID(), ENDING));
    }

    /** Returns where the file that stands in the way is kept meanwhile. */
    static Path asideOf(Path entry) {
        return entry.resolveSibling(entry.getFileName() + ASIDE);
    }

    /** Writes an entry, down to the disk, in place of what it said before. */
    static void write(Path entry, JournalEntry what) throws IOException {
        Path next = nextOf(entry);
        Files.deleteIfExists(next);
        OwnerOnly.write(next, what.text().getBytes(StandardCharsets.UTF_8));
        Files.move(next, entry, StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.sync(entry.resolveSibling(".").normalize());
    }

    /** Forgets an entry whose file is no more. */
    static void forget(Path entry) throws IOException {
        Files.deleteIfExists(nextOf(entry));
        Files.deleteIfExists(entry);
    }

    private static Path nextOf(Path entry) {
        return entry.resolveSibling(entry.getFileName() + ".next");
    }

    /** Lists the entries, the last one first: its file may lie in a directory that was made for another. */
    List<Path> entries() throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(each -> each.toString().endsWith(ENDING))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static int number(Path entry) {
        Matcher numbered = NUMBERED.matcher(String.valueOf(entry.getFileName()));
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    /** Reads an entry; empty when it is none of ours. */
    static Optional<JournalEntry> read(Path entry) throws IOException {
        if (!FileIdentity.isFile(entry) || Files.size(entry) > LONGEST) {
            return Optional.empty();
        }
        return JournalEntry.parse(Files.readString(entry, StandardCharsets.UTF_8));
    }
}
