package org.ecsdelivery.agent.envfile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ecsdelivery.agent.envfile.Removal.Outcome;

/**
 * One env file on the disk, from before its first byte to its deletion. It comes into being complete and readable by the agent's
 * user only; a file that stood in its place is kept and put back.
 */
public final class FileOnDisk {
    private final Path entry;
    private final JournalEntry what;

    private FileOnDisk(Path entry, JournalEntry what) {
        this.entry = entry;
        this.what = what;
    }

    /**
     * Writes a file.
     *
     * @throws IOException when it cannot be written; what was made of it is gone again, or the journal knows of it
     */
    public static FileOnDisk write(Journal journal, long build, Place place, byte[] content) throws IOException {
        Path entry = journal.newEntry();
        Path temporary = place.directory().resolve("." + UUID.randomUUID() + ".tmp");
        JournalEntry planned =
                new JournalEntry(build, place.file(), temporary, Optional.empty(), place.missing(), Optional.empty());
        if (Files.exists(place.file(), LinkOption.NOFOLLOW_LINKS)) {
            planned = planned.withAside(Journal.asideOf(entry));
        }
        Journal.write(entry, planned);
        FileOnDisk begun = new FileOnDisk(entry, planned);
        try {
            return begun.made(place, content);
        } catch (IOException | RuntimeException failure) {
            // the journal's newest words tell how far it got
            of(entry).ifPresent(FileOnDisk::removeLater);
            throw failure;
        }
    }

    /** Finds the file of an entry; empty when the entry is none of ours. */
    static Optional<FileOnDisk> of(Path entry) throws IOException {
        return Journal.read(entry).map(what -> new FileOnDisk(entry, what));
    }

    /** Returns the file. */
    public Path file() {
        return what.file();
    }

    long build() {
        return what.build();
    }

    /** Tells whether it stands in the place of a file that will be put back. */
    public boolean replaces() {
        return what.aside().isPresent();
    }

    private FileOnDisk made(Place place, byte[] content) throws IOException {
        if (what.aside().isPresent()) {
            keep(what.aside().get());
        }
        for (Path directory : what.made()) {
            OwnerOnly.newDirectory(directory);
        }
        if (!place.directory().toRealPath().equals(place.directory())) {
            throw new FileAlreadyExistsException(place.directory().toString(), null, "it is a link now");
        }
        JournalEntry known;
        try (FileChannel channel = OwnerOnly.newFile(what.temporary())) {
            known = what.identifiedBy(FileIdentity.give(what.temporary()));
            Journal.write(entry, known);
            OwnerOnly.writeAll(channel, content);
        }
        Files.move(what.temporary(), what.file(), StandardCopyOption.ATOMIC_MOVE);
        return new FileOnDisk(entry, known);
    }

    private void keep(Path aside) throws IOException {
        Files.copy(what.file(), aside, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Takes the file away at the end of its build and puts back what stood there. A file that a step wrote anew under this name goes
     * too: it holds what the step read there. The journal keeps its entry when that fails.
     */
    public Removal remove() {
        return remove(true);
    }

    /** Takes the file away in a later build, when only the very file that was written may be deleted. */
    Removal removeLater() {
        return remove(false);
    }

    private Removal remove(boolean sameBuild) {
        try {
            Removal removal = removeTemporary() ? done(Outcome.GONE, "it was never complete") : removeFile(sameBuild);
            if (removal.outcome() != Outcome.LEFT_ALONE) {
                putBack();
                dropAside();
            }
            removeDirectories();
            Journal.forget(entry);
            return removal;
        } catch (IOException cause) {
            return done(Outcome.FAILED, cause.toString());
        }
    }

    /** Tells whether the file got no further than to its temporary name. */
    private boolean removeTemporary() throws IOException {
        boolean ours = what.identity()
                .map(known -> FileIdentity.is(what.temporary(), known))
                .orElseGet(() -> FileIdentity.isFile(what.temporary()));
        if (ours) {
            Files.delete(what.temporary());
            return true;
        }
        return what.identity().isEmpty();
    }

    private Removal removeFile(boolean sameBuild) throws IOException {
        if (!Files.exists(what.file(), LinkOption.NOFOLLOW_LINKS)) {
            return done(Outcome.GONE, "a step deleted or moved it");
        }
        if (what.identity().filter(known -> FileIdentity.is(what.file(), known)).isPresent()) {
            Files.delete(what.file());
            return done(Outcome.DELETED, "");
        }
        if (sameBuild && FileIdentity.isFile(what.file()) && directoryIsNoLink()) {
            Files.delete(what.file());
            return done(Outcome.DELETED, "a step had written it anew");
        }
        return done(Outcome.LEFT_ALONE, "something else stands there now" + keptAside());
    }

    private Removal done(Outcome outcome, String reason) {
        return new Removal(what.file(), outcome, reason);
    }

    private String keptAside() {
        return what.aside()
                .map(kept -> "; the file from before is kept as " + kept)
                .orElse("");
    }

    private boolean directoryIsNoLink() throws IOException {
        Path directory = what.file().resolveSibling(".").normalize();
        return directory.toRealPath().equals(directory);
    }

    private void putBack() throws IOException {
        Optional<Path> aside = what.aside();
        if (aside.isPresent()
                && Files.exists(aside.get(), LinkOption.NOFOLLOW_LINKS)
                && !Files.exists(what.file(), LinkOption.NOFOLLOW_LINKS)
                && directoryIsNoLink()) {
            Files.copy(aside.get(), what.file(), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void dropAside() throws IOException {
        if (what.aside().isPresent()) {
            Files.deleteIfExists(what.aside().get());
        }
    }

    private void removeDirectories() throws IOException {
        List<Path> made = what.made();
        for (int at = made.size() - 1; at >= 0; at--) {
            try {
                if (Files.isDirectory(made.get(at), LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(made.get(at));
                }
            } catch (DirectoryNotEmptyException used) {
                return;
            }
        }
    }
}
