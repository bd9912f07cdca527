package org.ecsdelivery.docker.context;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ecsdelivery.docker.context.FileFacts.Kind;

/**
 * What the tar stream says about each file: as {@code docker build} does, everything belongs to root and times are whole
 * seconds. The bytes are those of POSIX.1-2001: a block of 512, and before it another entry with what does not fit in.
 */
final class TarHeader {
    static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final long ELEVEN_OCTAL_DIGITS = 077777777777L;
    private static final byte[] MAGIC = "ustar\00000".getBytes(StandardCharsets.US_ASCII);
    private static final int GENERATED_MODE = 0600;

    private final byte[] block = new byte[BLOCK];
    private final PaxRecords more = new PaxRecords();

    private TarHeader(char type) {
        block[156] = (byte) type;
        octal(0, 108, 8);
        octal(0, 116, 8);
        System.arraycopy(MAGIC, 0, block, 257, MAGIC.length);
    }

    /**
     * Returns the header of an entry that can travel, {@link Kind#OTHER} cannot.
     *
     * @param earlier the name under which the same file is in the stream already
     */
    static byte[] of(ContextEntry entry, Optional<String> earlier) throws IOException {
        FileFacts facts = entry.facts();
        boolean directory = facts.kind() == Kind.DIRECTORY;
        TarHeader header = new TarHeader(earlier.isPresent() ? '1' : typeOf(facts.kind()));
        header.text("path", directory ? entry.name() + "/" : entry.name(), 0);
        if (earlier.isPresent()) {
            header.text("linkpath", earlier.get(), 157);
        } else if (facts.kind() == Kind.LINK) {
            header.text("linkpath", linkTarget(entry.path()), 157);
        }
        header.number("size", earlier.isPresent() ? 0 : facts.size(), 124);
        header.number("mtime", facts.modified(), 136);
        return header.bytes(facts.mode());
    }

    /** Returns the header of a file that only the stream has. */
    static byte[] ofGenerated(String name, long size) {
        TarHeader header = new TarHeader('0');
        header.text("path", name, 0);
        header.number("size", size, 124);
        header.number("mtime", 0, 136);
        return header.bytes(GENERATED_MODE);
    }

    private static char typeOf(Kind kind) {
        return switch (kind) {
            case FILE -> '0';
            case LINK -> '2';
            case DIRECTORY -> '5';
            case PIPE -> '6';
            case OTHER -> throw new IllegalArgumentException("cannot travel");
        };
    }

    /** What is too long or no ASCII goes into a record of its own; old readers are left with what fits. */
    private void text(String key, String value, int at) {
        byte[] bytes = FileName.bytes(value);
        boolean fits = bytes.length <= NAME;
        for (int i = 0; i < Math.min(NAME, bytes.length); i++) {
            fits &= bytes[i] > 0;
            block[at + i] = bytes[i] > 0 ? bytes[i] : (byte) '_';
        }
        if (!fits) {
            more.add(key, bytes);
        }
    }

    private void number(String key, long value, int at) {
        boolean fits = value >= 0 && value <= ELEVEN_OCTAL_DIGITS;
        octal(fits ? value : 0, at, 12);
        if (!fits) {
            more.add(key, Long.toString(value).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void octal(long value, int at, int length) {
        long rest = value;
        for (int i = at + length - 2; i >= at; i--) {
            block[i] = (byte) ('0' + (rest & 7));
            rest >>>= 3;
        }
    }

    private byte[] bytes(int mode) {
        octal(mode, 100, 8);
        seal();
        return more.isEmpty() ? block : withRecordsBefore();
    }

    private byte[] withRecordsBefore() {
        byte[] records = more.bytes();
        TarHeader before = new TarHeader('x');
        before.text("path", "PaxHeaders.0/more", 0);
        before.number("size", records.length, 124);
        before.number("mtime", 0, 136);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.bytes(0644));
        all.writeBytes(records);
        all.writeBytes(new byte[padding(records.length)]);
        all.writeBytes(block);
        return all.toByteArray();
    }

    /** The sum of all bytes, with the eight of the sum itself as blanks. */
    private void seal() {
        int sum = 8 * ' ';
        for (byte each : block) {
            sum += each & 0xff;
        }
        octal(sum, 148, 7);
        block[155] = ' ';
    }

    /** Returns how many zeros follow a content. */
    static int padding(long size) {
        return (int) (-size & (BLOCK - 1));
    }

    private static String linkTarget(Path link) throws IOException {
        Path target = Files.readSymbolicLink(link);
        return FileName.ofAll(target).replace(link.getFileSystem().getSeparator(), "/");
    }
}
