package org.ecsdelivery.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.Secret;

/**
 * What a file of secrets holds that must not come back in the build log: each line, and what follows its first equals sign or
 * colon, as in env files, {@code .npmrc} and the like.
 */
final class SecretFileValues {
    /** Shorter ones would mask words that are everywhere. */
    private static final int SHORTEST = 8;

    /** Words that are long enough and everywhere all the same. */
    private static final Set<String> COMMON = Set.of("production", "development", "localhost");

    private static final int MOST_LINES = 1000;
    private static final Pattern COMMENT = Pattern.compile("^\\s*(#|;|//\\s|-----).*");
    private static final Pattern QUOTED = Pattern.compile("^([\"'])(.*)\\1$");

    private SecretFileValues() {}

    /** Returns the secrets; none of a file that cannot be read, which those who need it will say. */
    static List<Secret> in(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .limit(MOST_LINES)
                    .filter(line -> !COMMENT.matcher(line).matches())
                    .flatMap(line -> Stream.of(line, after(line, '='), after(line, ':')))
                    .map(text -> QUOTED.matcher(text.strip()).replaceFirst("$2"))
                    .filter(text -> text.length() >= SHORTEST && !COMMON.contains(text))
                    .distinct()
                    .map(Secret::of)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static String after(String line, char sign) {
        int at = line.indexOf(sign);
        return at < 0 ? "" : line.substring(at + 1);
    }
}
