package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;

/**
 * What the file system says about one name, asked once.
 *
 * @param kind what it is; a link is a link
 * @param mode permissions, with setuid, setgid and sticky
 * @param size bytes of a regular file, else zero
 * @param modified seconds since the epoch
 * @param shared which file it is, when it has other names too
 */
record FileFacts(Kind kind, int mode, long size, long modified, Optional<Inode> shared) {
    private static final String ATTRIBUTES = "unix:mode,size,lastModifiedTime,nlink,dev,ino";
    private static final int PERMISSIONS = 07777;
    private static final int KIND = 0170000;
    /** A file system without Unix modes cannot say what is executable, so everything is, as with {@code docker build}. */
    private static final int MODE_WITHOUT_UNIX = 0755;

    /** What a name can be. */
    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        PIPE,
        /** A socket or a device, which no build context can hold. */
        OTHER
    }

    /** The identity of a file. */
    record Inode(Object device, Object number) {}

    /** Tells whether a file system has what Unix says about files. */
    static boolean areOfUnix(FileSystem files) {
        return files.supportedFileAttributeViews().contains("unix");
    }

    /** Looks at a name, without following it when it is a link. */
    static FileFacts of(Path path, boolean unix) throws IOException {
        return unix
                ? ofUnix(Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS))
                : ofOthers(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    private static FileFacts ofUnix(Map<String, Object> all) {
        int mode = (Integer) all.getOrDefault("mode", 0);
        Kind kind = kindOf(mode & KIND);
        boolean shared = kind != Kind.DIRECTORY && ((Number) all.getOrDefault("nlink", 1)).intValue() > 1;
        return new FileFacts(
                kind,
                mode & PERMISSIONS,
                kind == Kind.FILE ? (Long) all.getOrDefault("size", 0L) : 0,
                seconds((FileTime) all.getOrDefault("lastModifiedTime", FileTime.fromMillis(0))),
                shared
                        ? Optional.of(new Inode(all.getOrDefault("dev", 0L), all.getOrDefault("ino", 0L)))
                        : Optional.empty());
    }

    private static Kind kindOf(int bits) {
        return switch (bits) {
            case 0100000 -> Kind.FILE;
            case 0040000 -> Kind.DIRECTORY;
            case 0120000 -> Kind.LINK;
            case 0010000 -> Kind.PIPE;
            default -> Kind.OTHER;
        };
    }

    private static FileFacts ofOthers(BasicFileAttributes all) {
        Kind kind = all.isSymbolicLink()
                ? Kind.LINK
                : all.isDirectory() ? Kind.DIRECTORY : all.isRegularFile() ? Kind.FILE : Kind.OTHER;
        return new FileFacts(
                kind,
                MODE_WITHOUT_UNIX,
                kind == Kind.FILE ? all.size() : 0,
                seconds(all.lastModifiedTime()),
                Optional.empty());
    }

    private static long seconds(FileTime time) {
        return time.toInstant().getEpochSecond();
    }
}
