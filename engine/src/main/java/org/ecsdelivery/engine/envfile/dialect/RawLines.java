package org.ecsdelivery.engine.envfile.dialect;

import java.nio.charset.StandardCharsets;

/**
 * {@code docker run --env-file} and {@code environmentFiles} of ECS: everything behind the first {@code =} is the value, quotes and
 * all, up to the end of the line. Both read lines with Go's {@code bufio.Scanner}, which takes one carriage return off the end of a
 * line and no line of 64 KiB.
 */
final class RawLines extends DialectRule {
    private static final int TOO_LONG = 64 * 1024;

    private final String reader;

    RawLines(String reader) {
        this.reader = reader;
    }

    @Override
    String write(String value) {
        if (value.indexOf('\n') >= 0) {
            throw new Inexpressible(
                    "the value has a line break, and " + reader + " reads one line per variable",
                    "encode it, such as in base64, mount it as a file, or hand it over as a secret of the container");
        }
        return value.endsWith("\r") ? value + "\r" : value;
    }

    @Override
    String assignment(String name, String value) {
        String line = name + "=" + write(value);
        int bytes = line.getBytes(StandardCharsets.UTF_8).length;
        if (bytes >= TOO_LONG) {
            throw new Inexpressible(
                    "its line has " + bytes + " bytes, and " + reader + " reads lines of at most " + (TOO_LONG - 1),
                    "mount it as a file");
        }
        return line + "\n";
    }
}
