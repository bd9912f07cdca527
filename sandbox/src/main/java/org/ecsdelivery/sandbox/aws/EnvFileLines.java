package org.ecsdelivery.sandbox.aws;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads an env file as the agent of ECS does: no quotes, no blanks taken away, a comment in the first column only. */
final class EnvFileLines {
    /** The longest line that its scanner takes. */
    private static final int LONGEST = 64 * 1024;

    private EnvFileLines() {}

    /** Answers the variables; nothing when a line is too long. */
    static Optional<Map<String, String>> read(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            if (line.getBytes(StandardCharsets.UTF_8).length >= LONGEST) {
                return Optional.empty();
            }
            String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            int equals = bare.indexOf('=');
            if (!bare.startsWith("#") && equals > 0) {
                all.put(bare.substring(0, equals), bare.substring(equals + 1));
            }
        }
        return Optional.of(all);
    }
}
