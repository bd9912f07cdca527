package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** What the tar stream says about each file: as {@code docker build} does, everything belongs to root and times are whole seconds. */
final class TarHeader {
    private static final int PERMISSIONS = 07777;
    private static final int KIND = 0170000;
    private static final int NAMED_PIPE = 0010000;
    /** A file system without Unix modes cannot say what is executable, so everything is, as with {@code docker build}. */
    private static final int MODE_WITHOUT_UNIX = 0755;

    private TarHeader() {}

    /**
     * Returns the header, or nothing for what cannot travel: sockets and devices.
     *
     * @param sent the files with several names that are in the stream already
     */
    static Optional<TarArchiveEntry> of(ContextEntry entry, HardLinks sent) throws IOException {
        Path path = entry.path();
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        int mode = modeOf(path);
        TarArchiveEntry header;
        if (attributes.isSymbolicLink()) {
            header = new TarArchiveEntry(entry.name(), TarConstants.LF_SYMLINK);
            header.setLinkName(linkTarget(path));
        } else if (attributes.isDirectory()) {
            header = new TarArchiveEntry(entry.name() + "/", TarConstants.LF_DIR);
        } else if (attributes.isRegularFile()) {
            header = file(entry, attributes.size(), sent);
        } else if ((mode & KIND) == NAMED_PIPE) {
            header = new TarArchiveEntry(entry.name(), TarConstants.LF_FIFO);
        } else {
            return Optional.empty();
        }
        return Optional.of(
                owned(header, mode & PERMISSIONS, attributes.lastModifiedTime().toInstant()));
    }

    private static TarArchiveEntry file(ContextEntry entry, long size, HardLinks sent) throws IOException {
        Optional<String> before = sent.earlierNameOf(entry);
        TarArchiveEntry header =
                new TarArchiveEntry(entry.name(), before.isPresent() ? TarConstants.LF_LINK : TarConstants.LF_NORMAL);
        before.ifPresentOrElse(header::setLinkName, () -> header.setSize(size));
        return header;
    }

    /** Returns the header of a file that only the stream has. */
    static TarArchiveEntry ofGenerated(String name, int size) {
        TarArchiveEntry header = new TarArchiveEntry(name, TarConstants.LF_NORMAL);
        header.setSize(size);
        return owned(header, 0600, Instant.EPOCH);
    }

    private static TarArchiveEntry owned(TarArchiveEntry header, int mode, Instant modified) {
        header.setMode(mode);
        header.setIds(0, 0);
        header.setNames("", "");
        header.setLastModifiedTime(FileTime.from(modified.truncatedTo(ChronoUnit.SECONDS)));
        return header;
    }

    private static int modeOf(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return MODE_WITHOUT_UNIX;
        }
        return (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }

    private static String linkTarget(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        return FileName.ofAll(target).replace(link.getFileSystem().getSeparator(), "/");
    }
}
