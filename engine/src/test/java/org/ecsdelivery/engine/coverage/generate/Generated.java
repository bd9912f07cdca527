package org.ecsdelivery.engine.coverage.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes reports of a wanted size. */
public enum Generated {
    /** A tracefile of lcov. */
    LCOV(new LcovRendering()),
    /** Istanbul's coverage-final.json. */
    ISTANBUL(new IstanbulRendering()),
    /** Cobertura. */
    COBERTURA(new CoberturaRendering()),
    /** JaCoCo. */
    JACOCO(new JacocoRendering()),
    /** Clover. */
    CLOVER(new CloverRendering()),
    /** OpenCover. */
    OPENCOVER(new OpenCoverRendering()),
    /** A profile of Go. */
    GO(new GoRendering());

    private final Rendering rendering;

    Generated(Rendering rendering) {
        this.rendering = rendering;
    }

    /**
     * Writes so many different files.
     *
     * @param shard which part of the tests ran; the files are the same for all
     */
    public Known files(int number, int shard, OutputStream out) throws IOException {
        return write(out, shard, number, Long.MAX_VALUE, 1);
    }

    /** Writes different files until the report has that many bytes. */
    public Known bytes(long bytes, int shard, OutputStream out) throws IOException {
        return write(out, shard, Integer.MAX_VALUE, bytes, 1);
    }

    /** Writes so many different files over and over until the report has that many bytes; the totals are those of one round. */
    public Known rounds(int files, long bytes, OutputStream out) throws IOException {
        return write(out, 0, files, bytes, Integer.MAX_VALUE);
    }

    private Known write(OutputStream out, int shard, int files, long bytes, int rounds) throws IOException {
        Known known = new Known();
        StringBuilder text = new StringBuilder();
        rendering.begin(text);
        long written = 0;
        for (long i = 0; i < (long) files * rounds && written < bytes; i++) {
            Known counted = i < files ? known : new Known();
            rendering.file(SourceFile.of((int) (i % files), shard), i == 0, text, counted);
            if (text.length() > 1 << 16) {
                written += flush(text, out);
            }
        }
        rendering.end(text);
        flush(text, out);
        return known;
    }

    private static int flush(StringBuilder text, OutputStream out) throws IOException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        text.setLength(0);
        return bytes.length;
    }

    /** Writes a report by command: {@code FORMAT MEGABYTES FILE [SHARD | FILESx]}; prints its totals. */
    public static void main(String[] arguments) throws IOException {
        Generated format = valueOf(arguments[0].toUpperCase(Locale.ROOT));
        long bytes = Long.parseLong(arguments[1]) << 20;
        String part = arguments.length > 3 ? arguments[3] : "0";
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[2]))) {
            Known known = part.endsWith("x")
                    ? format.rounds(Integer.parseInt(part.substring(0, part.length() - 1)), bytes, out)
                    : format.bytes(bytes, Integer.parseInt(part), out);
            System.out.println(known);
        }
    }
}
