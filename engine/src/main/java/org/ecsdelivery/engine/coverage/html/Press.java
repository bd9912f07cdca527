package org.ecsdelivery.engine.coverage.html;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Puts entries together and compresses them, one at a time, in memory that it uses over and over. */
final class Press implements AutoCloseable {
    private final Markup page = new Markup();
    private final Deflater deflater;
    private final CRC32 crc = new CRC32();
    private byte[] packed = new byte[1 << 16];

    Press(int level) {
        deflater = new Deflater(level, true);
    }

    Packed pack(Entry entry) {
        page.clear();
        entry.content().accept(page);
        crc.reset();
        crc.update(page.buffer(), 0, page.size());
        deflater.reset();
        deflater.setInput(page.buffer(), 0, page.size());
        deflater.finish();
        int size = 0;
        while (!deflater.finished()) {
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, size * 2);
            }
            size += deflater.deflate(packed, size, packed.length - size);
        }
        return new Packed(entry.name(), Arrays.copyOf(packed, size), size, page.size(), (int) crc.getValue());
    }

    @Override
    public void close() {
        deflater.end();
    }
}
