package org.ecsdelivery.docker.context;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The context as a tar stream that is made while it is read: neither a temporary file nor more memory than one block and one
 * directory listing per level, however large the context is (and the names of files that have several).
 */
public final class ContextTar extends InputStream {
    private static final int BLOCK = 64 * 1024;

    private final ContextWalk walk;
    private final Iterator<Map.Entry<String, byte[]>> generated;
    private final Window window = new Window();
    private final HardLinks sent = new HardLinks();
    private final TarArchiveOutputStream tar;
    private volatile @Nullable ContentOfOneFile current;
    private volatile boolean finished;
    private volatile @Nullable IOException failure;

    ContextTar(ContextWalk walk, Map<String, byte[]> generated) {
        this.walk = walk;
        this.generated = generated.entrySet().iterator();
        this.tar = new TarArchiveOutputStream(window, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
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
        try {
            while (window.isEmpty() && !finished) {
                advance();
            }
            return window.take(bytes, offset, length);
        } catch (UncheckedIOException e) {
            // how the JDK reports a directory listing that breaks off
            throw failed(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IOException failed(IOException cause) {
        failure = cause;
        return cause;
    }

    private void advance() throws IOException {
        ContentOfOneFile open = current;
        if (open != null) {
            current = open.copyBlock(tar) ? open : null;
        } else if (generated.hasNext()) {
            add(generated.next());
        } else {
            Optional<ContextEntry> next = walk.next();
            if (next.isPresent()) {
                begin(next.get());
            } else {
                finish();
            }
        }
    }

    private void finish() throws IOException {
        tar.finish();
        finished = true;
    }

    private void add(Map.Entry<String, byte[]> file) throws IOException {
        tar.putArchiveEntry(TarHeader.ofGenerated(file.getKey(), file.getValue().length));
        tar.write(file.getValue());
        tar.closeArchiveEntry();
    }

    private void begin(ContextEntry entry) throws IOException {
        Optional<TarArchiveEntry> header = TarHeader.of(entry, sent);
        if (header.isEmpty()) {
            return;
        }
        boolean hasContent = header.get().isFile() && header.get().getSize() > 0;
        if (hasContent) {
            current = new ContentOfOneFile(entry, header.get().getSize());
            if (finished) {
                // closed meanwhile, by another thread
                close();
            }
        }
        tar.putArchiveEntry(header.get());
        if (!hasContent) {
            tar.closeArchiveEntry();
        }
    }

    @Override
    public void close() throws IOException {
        ContentOfOneFile open = current;
        current = null;
        finished = true;
        if (open != null) {
            open.content.close();
        }
    }

    /** A file's bytes, exactly as many as its header says, even when the file grows meanwhile. */
    private static final class ContentOfOneFile {
        private final ContextEntry entry;
        private final InputStream content;
        private final byte[] block = new byte[BLOCK];
        private long left;

        ContentOfOneFile(ContextEntry entry, long size) throws IOException {
            this.entry = entry;
            this.content = Files.newInputStream(entry.path(), LinkOption.NOFOLLOW_LINKS);
            this.left = size;
        }

        /** Copies one block; returns whether there is more. */
        boolean copyBlock(TarArchiveOutputStream tar) throws IOException {
            int count = content.read(block, 0, (int) Math.min(BLOCK, left));
            if (count < 0) {
                throw new IOException(entry.path() + " became shorter while it was sent to Docker");
            }
            tar.write(block, 0, count);
            left -= count;
            if (left > 0) {
                return true;
            }
            content.close();
            tar.closeArchiveEntry();
            return false;
        }
    }

    /** What was written and is not read yet. */
    private static final class Window extends ByteArrayOutputStream {
        private int taken;

        boolean isEmpty() {
            return taken == count;
        }

        int take(byte[] bytes, int offset, int length) {
            if (isEmpty()) {
                return length == 0 ? 0 : -1;
            }
            int taking = Math.min(length, count - taken);
            System.arraycopy(buf, taken, bytes, offset, taking);
            taken += taking;
            if (isEmpty()) {
                reset();
                taken = 0;
            }
            return taking;
        }
    }
}
