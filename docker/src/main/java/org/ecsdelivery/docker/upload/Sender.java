package org.ecsdelivery.docker.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a request on a thread of its own, which ends with the request or when the connection is closed. */
final class Sender {
    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final SocketChannel channel;
    private final byte[] head;
    private final ReadableByteChannel body;
    private volatile @Nullable IOException failure;

    private Sender(SocketChannel channel, byte[] head, ReadableByteChannel body) {
        this.channel = channel;
        this.head = head;
        this.body = body;
    }

    static Sender start(SocketChannel channel, byte[] head, ReadableByteChannel body) {
        Sender sender = new Sender(channel, head, body);
        Thread thread = new Thread(sender::send, "docker-upload");
        thread.setDaemon(true);
        thread.start();
        return sender;
    }

    /** Returns why the body could not be read, if so. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    private void send() {
        try (ReadAhead pieces = ReadAhead.of(body)) {
            boolean taken = written(ByteBuffer.wrap(head));
            while (taken) {
                Piece piece = pieces.take();
                boolean last = piece.isEmpty();
                taken = written(last ? ByteBuffer.wrap(LAST_CHUNK) : piece.framed()) && !last;
                pieces.giveBack(piece);
            }
        } catch (IOException | RuntimeException unreadable) {
            failure = unreadable instanceof IOException io ? io : new IOException(unreadable);
            close();
        }
    }

    /** An engine that takes no more has said why, or is gone: both is found out where its answer is read. */
    private boolean written(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** Ends the wait for an answer that cannot come. */
    private void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // it is given up anyway
        }
    }
}
