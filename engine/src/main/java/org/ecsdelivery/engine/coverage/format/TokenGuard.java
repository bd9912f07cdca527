package org.ecsdelivery.engine.coverage.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ecsdelivery.engine.coverage.LimitExceeded;

/** Stops a parser that would gather one endless value in memory: between two of its steps only so much may be read. */
public final class TokenGuard extends FilterInputStream {
    private static final int MOST = 8 << 20;

    private long sinceStep;

    /** Guards those bytes. */
    public TokenGuard(InputStream in) {
        super(in);
    }

    /** The parser came a step further. */
    public void step() {
        sinceStep = 0;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count(read);
        return read;
    }

    private void count(int read) {
        sinceStep += Math.max(0, read);
        if (sinceStep > MOST) {
            throw new LimitExceeded(
                    "a single value of more than " + MOST + " bytes", "The report is broken, or of another format.");
        }
    }
}
