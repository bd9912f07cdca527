package org.ecsdelivery.engine.envfile.dialect;

import java.util.HexFormat;

/** A character as four hexadecimal digits. */
final class Hex4 {
    private static final HexFormat HEX = HexFormat.of();

    private Hex4() {}

    static String of(char c) {
        return HEX.toHexDigits(c);
    }
}
