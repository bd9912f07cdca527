package org.ecsdelivery.agent.envfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files and directories that nobody but the agent's user may read, from their first moment. */
final class OwnerOnly {
    /** The permissions of a file. */
    static final String FILE = "rw-------";

    private static final FileAttribute<?>[] POSIX_FILE = {permissions(FILE)};
    private static final FileAttribute<?>[] POSIX_DIRECTORY = {permissions("rwx------")};
    private static final FileAttribute<?>[] NONE = {};
    private static final Set<StandardOpenOption> NEW =
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private OwnerOnly() {}

    /** Opens a file that was not there, empty. */
    static FileChannel newFile(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, NEW, isPosix(file) ? POSIX_FILE : NONE);
        try {
            restrict(file);
            return channel;
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Writes a file that was not there, down to the disk. */
    static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = newFile(file)) {
            writeAll(channel, content);
        }
    }

    /** Writes the content, down to the disk. */
    static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        channel.force(true);
    }

    /** Makes a directory that was not there. */
    static void newDirectory(Path directory) throws IOException {
        Files.createDirectory(directory, isPosix(directory) ? POSIX_DIRECTORY : NONE);
        restrict(directory);
    }

    /** Gets the names in a directory down to the disk, where the system lets a directory be opened. */
    static void sync(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Windows has no permissions of that kind; the file is still empty when its access list is set. */
    private static void restrict(Path path) throws IOException {
        @Nullable
        AclFileAttributeView list = isPosix(path) ? null : Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (list != null) {
            list.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(list.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
