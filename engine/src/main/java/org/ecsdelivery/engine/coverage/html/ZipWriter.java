package org.ecsdelivery.engine.coverage.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes an archive of parts that are compressed already: the JDK's own stream compresses in the thread that writes. All
 * entries are of 1 January 1980, so that the same report makes the same bytes.
 */
final class ZipWriter {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final short VERSION = 20;
    private static final short VERSION_64 = 45;
    private static final short UTF_8_NAMES = 1 << 11;
    private static final short DEFLATED = 8;
    private static final short MIDNIGHT = 0;
    private static final short FIRST_DAY = 1 << 5 | 1;
    private static final long MOST = 0xffff_ffffL;
    private static final int MOST_ENTRIES = 0xffff;

    private final OutputStream out;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long written;
    private long entries;

    ZipWriter(OutputStream out) {
        this.out = out;
    }

    void add(Packed entry) throws IOException {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        if (written > MOST) {
            throw new IOException("the report is bigger than 4 GiB: leave out generated or foreign code");
        }
        ByteBuffer local = little(30 + name.length);
        local.putInt(LOCAL);
        common(local, entry, name);
        local.put(name);
        ByteBuffer central = little(46 + name.length);
        central.putInt(CENTRAL).putShort(VERSION);
        common(central, entry, name);
        central.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) written)
                .put(name);
        directory.write(central.array());
        write(local.array(), local.capacity());
        write(entry.bytes(), entry.size());
        entries++;
    }

    private static void common(ByteBuffer header, Packed entry, byte[] name) {
        header.putShort(VERSION)
                .putShort(UTF_8_NAMES)
                .putShort(DEFLATED)
                .putShort(MIDNIGHT)
                .putShort(FIRST_DAY);
        header.putInt(entry.checksum()).putInt(entry.size()).putInt(entry.plainSize());
        header.putShort((short) name.length).putShort((short) 0);
    }

    /** Writes the list of all entries; the stream stays open. */
    void finish() throws IOException {
        long start = written;
        write(directory.toByteArray(), directory.size());
        if (entries > MOST_ENTRIES || start > MOST) {
            end64(start);
        }
        ByteBuffer end = little(22);
        short shown = (short) Math.min(entries, MOST_ENTRIES);
        end.putInt(END).putInt(0).putShort(shown).putShort(shown);
        end.putInt(directory.size()).putInt((int) Math.min(start, MOST)).putShort((short) 0);
        write(end.array(), end.capacity());
        out.flush();
    }

    private void end64(long start) throws IOException {
        long here = written;
        ByteBuffer end = little(76);
        end.putInt(END_64)
                .putLong(44)
                .putShort(VERSION_64)
                .putShort(VERSION_64)
                .putInt(0)
                .putInt(0);
        end.putLong(entries).putLong(entries).putLong(directory.size()).putLong(start);
        end.putInt(LOCATOR_64).putInt(0).putLong(here).putInt(1);
        write(end.array(), end.capacity());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(byte[] bytes, int length) throws IOException {
        out.write(bytes, 0, length);
        written += length;
    }
}
