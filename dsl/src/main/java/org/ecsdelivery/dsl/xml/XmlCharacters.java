package org.ecsdelivery.dsl.xml;

import java.util.OptionalInt;

/** The characters that XML 1.0 can hold at all. */
public final class XmlCharacters {
    private XmlCharacters() {}

    /** Tells whether a file may hold the character, escaped or not. */
    public static boolean isAllowed(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || code >= 0x20 && code <= 0xD7FF
                || code >= 0xE000 && code <= 0xFFFD
                || code >= 0x10000 && code <= 0x10FFFF;
    }

    /** Returns the first character of a text that no file may hold. */
    public static OptionalInt firstForbidden(String text) {
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each < ' ' || each >= Character.MIN_SURROGATE) {
                int code = text.codePointAt(at);
                if (!isAllowed(code)) {
                    return OptionalInt.of(code);
                }
                at += Character.charCount(code) - 1;
            }
        }
        return OptionalInt.empty();
    }
}
