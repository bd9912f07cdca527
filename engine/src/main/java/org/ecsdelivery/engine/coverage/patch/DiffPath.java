package org.ecsdelivery.engine.coverage.patch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A path as a diff writes it: perhaps in quotes with octal letters, perhaps with a time after a tab. */
final class DiffPath {
    private static final String NOTHING = "/dev/null";

    private DiffPath() {}

    /** Returns the path as it is written, without quotes and time. */
    static String of(String text) {
        if (text.startsWith("\"")) {
            return unquoted(text);
        }
        int tab = text.indexOf('\t');
        return tab < 0 ? text : text.substring(0, tab);
    }

    static boolean isNothing(String path) {
        return path.equals(NOTHING);
    }

    /** Returns the path without the letter that Git puts before it ({@code a/}, {@code b/} and others). */
    static String withoutSide(String path, String other) {
        boolean sides = path.matches("(?s)[bwic]/.+") && (isNothing(other) || other.matches("(?s)[aico]/.+"));
        return sides ? path.substring(2) : path;
    }

    private static String unquoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 1;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) != '\\' || at + 1 == text.length()) {
                int letter = text.codePointAt(at);
                bytes.writeBytes(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(letter);
            } else if (text.substring(at + 1).matches("(?s)[0-3][0-7]{2}.*")) {
                bytes.write(Integer.parseInt(text.substring(at + 1, at + 4), 8));
                at += 4;
            } else {
                bytes.write(escaped(text.charAt(at + 1)));
                at += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> 11;
            default -> letter;
        };
    }
}
