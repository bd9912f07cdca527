package org.ecsdelivery.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a stream. */
final class CountedStream extends FilterInputStream {
    private volatile long count;

    CountedStream(InputStream stream) {
        super(stream);
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        counted(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    /** One thread reads; another asks when it is done. */
    private void counted(int more) {
        count = count + more;
    }
}
