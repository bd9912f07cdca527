package org.ecsdelivery.docker.upload;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads a body on a thread of its own, a few pieces before they are sent: disk and socket are busy at the same time. */
final class ReadAhead implements AutoCloseable {
    private static final int PIECES = 4;

    private final ReadableByteChannel body;
    private final BlockingQueue<Piece> empty = new ArrayBlockingQueue<>(PIECES + 1);
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES + 1);
    private volatile @Nullable Exception failure;
    private volatile boolean closed;

    private ReadAhead(ReadableByteChannel body) {
        this.body = body;
        for (int i = 0; i < PIECES; i++) {
            empty.add(new Piece());
        }
    }

    static ReadAhead of(ReadableByteChannel body) {
        ReadAhead ahead = new ReadAhead(body);
        Thread reader = new Thread(ahead::read, "docker-context");
        reader.setDaemon(true);
        reader.start();
        return ahead;
    }

    private void read() {
        try {
            boolean more = true;
            for (Piece piece = empty.take(); more && !closed; piece = empty.take()) {
                piece.fill(body);
                more = !piece.isEmpty();
                full.add(piece);
            }
        } catch (InterruptedException nobodyDoes) {
            // this thread is known here only
        } catch (IOException | RuntimeException e) {
            failure = e;
            full.add(new Piece());
        }
    }

    /**
     * Waits for the next piece; an empty one is the end.
     *
     * @throws IOException when the body cannot be read
     */
    Piece take() throws IOException {
        try {
            Piece piece = full.take();
            Exception failed = failure;
            if (failed != null && piece.isEmpty()) {
                throw failed instanceof IOException io ? io : new IOException(failed);
            }
            return piece;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the build context was sent");
        }
    }

    void giveBack(Piece piece) {
        empty.add(piece);
    }

    /** Wakes the reader without an interrupt, which would break the file that it reads. */
    @Override
    public void close() {
        closed = true;
        empty.offer(new Piece());
    }
}
