package org.ecsdelivery.docker.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** The body of an answer, of a length that was told before or in chunks; it does not end sooner without a failure. */
final class AnswerBody extends InputStream {
    private final InputStream in;
    private final boolean chunked;
    private long left;
    private boolean ended;
    private boolean between;

    AnswerBody(InputStream in, long length, boolean chunked) {
        this.in = in;
        this.left = length;
        this.chunked = chunked;
        this.ended = length == 0 && !chunked;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (chunked && !ended && left == 0) {
            beginChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("the connection ended within the answer");
        }
        left -= count;
        ended = left == 0 && !chunked;
        return count;
    }

    private void beginChunk() throws IOException {
        if (between) {
            EngineAnswer.line(in);
        }
        between = true;
        String size = EngineAnswer.line(in).replaceAll("[ ;].*", "");
        if (size.isEmpty()) {
            throw new EOFException("the connection ended within the answer");
        }
        try {
            left = Long.parseUnsignedLong(size, 16);
        } catch (NumberFormatException broken) {
            throw (ProtocolException) new ProtocolException("'" + size + "' is no length of a chunk").initCause(broken);
        }
        ended = left == 0;
    }
}
