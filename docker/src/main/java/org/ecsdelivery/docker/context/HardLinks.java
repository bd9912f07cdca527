package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files that have several names: their content travels once, as with {@code docker build}. */
final class HardLinks {
    private final Map<Inode, String> names = new HashMap<>();

    private record Inode(Object device, Object number) {}

    /** Returns the name under which the same file is in the stream already; otherwise remembers this one. */
    Optional<String> earlierNameOf(ContextEntry entry) throws IOException {
        if (!entry.path().getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        Map<String, Object> unix = Files.readAttributes(entry.path(), "unix:nlink,dev,ino", LinkOption.NOFOLLOW_LINKS);
        if (((Number) unix.getOrDefault("nlink", 1)).intValue() < 2) {
            return Optional.empty();
        }
        Inode inode = new Inode(unix.getOrDefault("dev", 0), unix.getOrDefault("ino", entry.name()));
        return Optional.ofNullable(names.putIfAbsent(inode, entry.name()));
    }
}
