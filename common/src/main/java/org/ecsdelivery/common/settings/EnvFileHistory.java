package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which variables the env files of a build had, with a keyed hash of each value in place of the value. The agent publishes it as a
 * hidden artifact; the server hands that of the branch's previous build to the next, so that the log can say what changed.
 *
 * @param build the number of the build it is of
 * @param hashes by the path of the file as the settings name it, then by the name of the variable: HMAC-SHA256 under the build
 *     configuration's key, in hexadecimal
 */
public record EnvFileHistory(String build, Map<String, Map<String, String>> hashes) {
    /** The build parameter that hands over the previous build's. */
    public static final String PREVIOUS = "ecs-delivery.envFile.previous";
    /** The build parameter that hands over the key, 32 bytes in hexadecimal; a password to TeamCity, so never shown. */
    public static final String KEY = "ecs-delivery.envFile.key";
    /** Where the hidden artifact lies among the build's artifacts. */
    public static final String ARTIFACT = ".teamcity/ecs-delivery/env-files.txt";

    /** Copies the hashes; their order stays. */
    public EnvFileHistory {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        hashes.forEach((path, names) -> copy.put(path, Collections.unmodifiableMap(new LinkedHashMap<>(names))));
        hashes = Collections.unmodifiableMap(copy);
    }

    /** Returns it as text: the build, then each file on a line that begins with a tab, with its variables below. */
    public String text() {
        StringBuilder text = new StringBuilder(build).append('\n');
        hashes.forEach((path, names) -> {
            text.append('\t').append(path).append('\n');
            names.forEach(
                    (name, hash) -> text.append(name).append('=').append(hash).append('\n'));
        });
        return text.toString();
    }

    /** Reads the text; what is none of ours is no history. */
    public static Optional<EnvFileHistory> parse(String text) {
        String[] lines = text.split("\n");
        Map<String, Map<String, String>> hashes = new LinkedHashMap<>();
        Map<String, String> current = null;
        for (int at = 1; at < lines.length; at++) {
            int equals = lines[at].lastIndexOf('=');
            if (lines[at].startsWith("\t")) {
                current = hashes.computeIfAbsent(lines[at].substring(1), path -> new LinkedHashMap<>());
            } else if (current == null || equals < 1) {
                return Optional.empty();
            } else {
                current.put(lines[at].substring(0, equals), lines[at].substring(equals + 1));
            }
        }
        return lines[0].isBlank() ? Optional.empty() : Optional.of(new EnvFileHistory(lines[0], hashes));
    }
}
