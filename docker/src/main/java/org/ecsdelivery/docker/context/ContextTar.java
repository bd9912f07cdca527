package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ecsdelivery.docker.context.FileFacts.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The context as a tar stream that is made while it is read, straight into the reader's buffer: neither a temporary file nor
 * more memory than the names of one directory per level, however large the context is (and the names of files that have several).
 */
public final class ContextTar extends InputStream implements ReadableByteChannel {
    /** Two empty blocks. */
    private static final int END = 2 * TarHeader.BLOCK;

    private final ContextWalk walk;
    private final Iterator<Map.Entry<String, byte[]>> generated;
    private final HardLinks sent = new HardLinks();
    /** One thread reads; another asks when it is done. */
    private final AtomicLong count = new AtomicLong();

    private ByteBuffer head = ByteBuffer.allocate(0);
    private int zeros;
    private boolean ending;
    private volatile @Nullable ContentOfOneFile current;
    private volatile boolean closed;
    private volatile @Nullable IOException failure;

    ContextTar(ContextWalk walk, Map<String, byte[]> generated) {
        this.walk = walk;
        this.generated = generated.entrySet().iterator();
    }

    /** Returns how many bytes were read so far. */
    public long count() {
        return count.get();
    }

    /** Returns why the context could not be read to its end, if so; the reader of the stream may only have seen it break. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return read(ByteBuffer.wrap(bytes, offset, length));
    }

    /** Fills the buffer; only the end of the stream leaves room in it. */
    @Override
    public int read(ByteBuffer into) throws IOException {
        int before = into.remaining();
        try {
            while (into.hasRemaining() && step(into)) {
                // a step either puts something in or finds out what comes next
            }
        } catch (UncheckedIOException e) {
            // how the JDK reports a directory listing that breaks off
            throw failed(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failed(e);
        }
        int read = before - into.remaining();
        count.addAndGet(read);
        return read == 0 && before > 0 ? -1 : read;
    }

    private IOException failed(IOException cause) {
        failure = cause;
        return cause;
    }

    /** Goes one step on; returns whether there is more. */
    private boolean step(ByteBuffer into) throws IOException {
        ContentOfOneFile open = current;
        if (closed) {
            return false;
        } else if (head.hasRemaining()) {
            put(head, into);
        } else if (open != null) {
            copy(open, into);
        } else if (zeros > 0) {
            int count = Math.min(zeros, into.remaining());
            into.put(new byte[count]);
            zeros -= count;
        } else {
            return begin();
        }
        return true;
    }

    private static void put(ByteBuffer from, ByteBuffer into) {
        int count = Math.min(from.remaining(), into.remaining());
        into.put(from.slice(from.position(), count));
        from.position(from.position() + count);
    }

    private void copy(ContentOfOneFile open, ByteBuffer into) throws IOException {
        if (!open.copy(into)) {
            current = null;
            open.close();
            zeros = open.padding();
        }
    }

    private boolean begin() throws IOException {
        if (generated.hasNext()) {
            begin(generated.next());
            return true;
        }
        Optional<ContextEntry> next = walk.next();
        if (next.isPresent()) {
            begin(next.get());
        } else if (ending) {
            return false;
        } else {
            ending = true;
            zeros = END;
        }
        return true;
    }

    private void begin(Map.Entry<String, byte[]> file) {
        byte[] content = file.getValue();
        byte[] header = TarHeader.ofGenerated(file.getKey(), content.length);
        head = ByteBuffer.allocate(header.length + content.length)
                .put(header)
                .put(content)
                .flip();
        zeros = TarHeader.padding(content.length);
    }

    private void begin(ContextEntry entry) throws IOException {
        if (entry.facts().kind() == Kind.OTHER) {
            return;
        }
        Optional<String> earlier = sent.earlierNameOf(entry);
        byte[] header = TarHeader.of(entry, earlier);
        if (entry.facts().size() > 0 && earlier.isEmpty()) {
            current = ContentOfOneFile.open(entry);
            if (closed) {
                // meanwhile, by another thread
                close();
            }
        }
        head = ByteBuffer.wrap(header);
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() throws IOException {
        ContentOfOneFile open = current;
        current = null;
        closed = true;
        if (open != null) {
            open.close();
        }
    }
}
