package org.ecsdelivery.docker.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/** A part of a body, read to where it can be written from, with room for the frame of an HTTP chunk around it. */
final class Piece {
    private static final int SIZE = 256 * 1024;
    /** Six digits and a line end. */
    private static final int BEFORE = 8;

    private static final int AFTER = 2;

    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(BEFORE + SIZE + AFTER).limit(0);

    /** Takes the next part of a body; empty at its end. */
    void fill(ReadableByteChannel body) throws IOException {
        buffer.clear().position(BEFORE).limit(BEFORE + SIZE);
        while (buffer.hasRemaining() && body.read(buffer) >= 0) {
            // a channel may give less than there is room for
        }
        buffer.limit(buffer.position()).position(BEFORE);
    }

    boolean isEmpty() {
        return !buffer.hasRemaining();
    }

    /** Returns the part as a chunk. */
    ByteBuffer framed() {
        int end = buffer.limit();
        String size = "%06x\r\n".formatted(buffer.remaining());
        buffer.limit(end + AFTER);
        buffer.put(end, (byte) '\r').put(end + 1, (byte) '\n');
        buffer.put(0, size.getBytes(StandardCharsets.US_ASCII));
        return buffer.position(0);
    }
}
