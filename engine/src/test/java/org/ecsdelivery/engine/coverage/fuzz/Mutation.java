package org.ecsdelivery.engine.coverage.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks a report in one to six places, the same ones for the same random numbers. */
final class Mutation {
    private static final List<String> PIECES = List.of(
            "0",
            "-1",
            "-",
            "9999999999999999999999",
            "1e400",
            "NaN",
            "null",
            "2147483647",
            "2147483648",
            "=====",
            "\n",
            "\r\n",
            "\0",
            "\"",
            "'",
            "<",
            ">",
            "</",
            "/>",
            "&",
            "&x;",
            "&#0;",
            "]]>",
            "<!--",
            "<![CDATA[",
            "<!DOCTYPE a [",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\u0000",
            "\ufeff",
            "(1/2)",
            "(9/1)",
            "(2/99999999)",
            "end_of_record\n",
            "SF:\n",
            "SF:x\n",
            "FN:1,\n",
            "FNA:0,1,\n",
            "BRDA:1,,,\n",
            "mode: set\n",
            "@@ -1 +1 @@\n",
            "../",
            "é",
            "\uD83D\uDE00");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    byte[] of(byte[] report, byte[] other) {
        byte[] broken = report;
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            broken = once(broken, other);
        }
        return broken.length > 1 << 17 ? Arrays.copyOf(broken, 1 << 17) : broken;
    }

    private byte[] once(byte[] report, byte[] other) {
        int from = place(report);
        int to = Math.min(report.length, from + 1 + random.nextInt(random.nextInt(4) == 0 ? 2000 : 12));
        return switch (random.nextInt(9)) {
            case 0 -> flipped(report, from);
            case 1 -> join(report, from, new byte[0], to);
            case 2 -> join(report, from, Arrays.copyOfRange(report, from, to), from);
            case 3 -> Arrays.copyOf(report, from);
            case 4 -> join(report, from, piece(), from);
            case 5 -> join(report, from, piece(), to);
            case 6 -> join(report, from, Arrays.copyOfRange(other, place(other), other.length), report.length);
            case 7 -> number(report, from);
            default -> join(report, from, times(piece()), from);
        };
    }

    private int place(byte[] bytes) {
        return bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    }

    private byte[] flipped(byte[] report, int place) {
        byte[] broken = report.clone();
        if (broken.length > 0) {
            broken[place] ^= (byte) (1 << random.nextInt(8));
        }
        return broken;
    }

    /** Puts another number where the next one stands. */
    private byte[] number(byte[] report, int from) {
        int start = from;
        while (start < report.length && (report[start] < '0' || report[start] > '9')) {
            start++;
        }
        int end = start;
        while (end < report.length && report[end] >= '0' && report[end] <= '9') {
            end++;
        }
        return join(report, start, piece(), end);
    }

    private byte[] piece() {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] times(byte[] piece) {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = random.nextInt(300); i > 0; i--) {
            many.writeBytes(piece);
        }
        return many.toByteArray();
    }

    private static byte[] join(byte[] report, int from, byte[] between, int to) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(report, 0, from);
        joined.writeBytes(between);
        joined.write(report, to, report.length - to);
        return joined.toByteArray();
    }
}
