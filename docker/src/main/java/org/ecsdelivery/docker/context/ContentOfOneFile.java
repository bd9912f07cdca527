package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A file's bytes, exactly as many as its header says, even when the file grows meanwhile. */
final class ContentOfOneFile {
    private static final Set<OpenOption> READING = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    private final long size;
    private final ReadableByteChannel content;
    private long left;

    private ContentOfOneFile(Path path, long size, ReadableByteChannel content) {
        this.path = path;
        this.size = size;
        this.content = content;
        this.left = size;
    }

    static ContentOfOneFile open(ContextEntry entry) throws IOException {
        return new ContentOfOneFile(entry.path(), entry.facts().size(), Files.newByteChannel(entry.path(), READING));
    }

    /** Copies what has room; returns whether there is more. */
    boolean copy(ByteBuffer into) throws IOException {
        int limit = into.limit();
        into.limit(into.position() + (int) Math.min(into.remaining(), left));
        int count = content.read(into);
        into.limit(limit);
        if (count < 0) {
            throw new IOException(path + " became shorter while it was sent to Docker");
        }
        left -= count;
        return left > 0;
    }

    int padding() {
        return TarHeader.padding(size);
    }

    void close() throws IOException {
        content.close();
    }
}
