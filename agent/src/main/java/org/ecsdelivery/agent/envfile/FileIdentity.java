package org.ecsdelivery.agent.envfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the file that was made from another that stands in its place later. A file system gives the number of a deleted file to the
 * next one, so that the file carries a mark where the file system lets it; elsewhere it must still be readable by its owner only.
 */
final class FileIdentity {
    private static final String MARK = "ecs-delivery";
    private static final String NO_MARK = "-";
    private static final int LONGEST = 200;

    private FileIdentity() {}

    /** Marks a file that was just made, and returns what tells it from others. */
    static String give(Path file) throws IOException {
        String mark = UUID.randomUUID().toString();
        return number(file).orElseThrow(() -> new IOException(file + " is no regular file any more")) + " "
                + (marked(file, mark) ? mark : NO_MARK);
    }

    /** Tells whether it is that file. A symbolic link is no file. */
    static boolean is(Path file, String identity) {
        int last = identity.lastIndexOf(' ');
        String mark = identity.substring(last + 1);
        return number(file)
                        .filter(identity.substring(0, Math.max(0, last))::equals)
                        .isPresent()
                && (mark.equals(NO_MARK) ? isPrivate(file) : mark.equals(markOf(file)));
    }

    /** Tells whether there is a regular file at all. */
    static boolean isFile(Path file) {
        return number(file).isPresent();
    }

    /** Where files have no number, as on Windows, the moment of their making has to do. */
    private static Optional<String> number(Path file) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String number = found.fileKey() == null ? "made " + found.creationTime() : String.valueOf(found.fileKey());
            return found.isRegularFile() ? Optional.of(number) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static boolean marked(Path file, String mark) {
        @Nullable UserDefinedFileAttributeView view = view(file);
        try {
            return view != null && view.write(MARK, StandardCharsets.US_ASCII.encode(mark)) > 0;
        } catch (IOException | UnsupportedOperationException cannot) {
            return false;
        }
    }

    private static String markOf(Path file) {
        @Nullable UserDefinedFileAttributeView view = view(file);
        try {
            if (view == null || view.size(MARK) > LONGEST) {
                return "";
            }
            ByteBuffer found = ByteBuffer.allocate(view.size(MARK));
            view.read(MARK, found);
            return StandardCharsets.US_ASCII.decode(found.flip()).toString();
        } catch (IOException | UnsupportedOperationException none) {
            return "";
        }
    }

    private static @Nullable UserDefinedFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isPrivate(Path file) {
        try {
            return !file.getFileSystem().supportedFileAttributeViews().contains("posix")
                    || PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS))
                            .equals(OwnerOnly.FILE);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
