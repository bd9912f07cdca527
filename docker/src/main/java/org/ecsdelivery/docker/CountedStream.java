package org.ecsdelivery.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what is read of a stream. */
final class CountedStream extends FilterInputStream {
    /** One thread reads; another asks when it is done. */
    private final AtomicLong count = new AtomicLong();

    CountedStream(InputStream stream) {
        super(stream);
    }

    long count() {
        return count.get();
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count.addAndGet(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count.addAndGet(Math.max(read, 0));
        return read;
    }
}
