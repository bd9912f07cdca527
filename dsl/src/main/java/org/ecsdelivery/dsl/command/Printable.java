package org.ecsdelivery.dsl.command;

import java.util.function.UnaryOperator;

/** Makes what a server says fit for a screen: one line, of bearable length, that moves no cursor and holds no token. */
final class Printable {
    private static final int LONGEST = 600;

    private Printable() {}

    static String of(String text, UnaryOperator<String> hiding) {
        String line =
                hiding.apply(text).replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }
}
