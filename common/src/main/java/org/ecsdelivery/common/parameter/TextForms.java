package org.ecsdelivery.common.parameter;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The forms of text that several steps read the same way. Each throws {@link IllegalArgumentException} with the value it refuses. */
public final class TextForms {
    private TextForms() {}

    /** Reads a list of at least one entry, separated by commas, blanks or line ends; the order stays, doubles go. */
    public static <T> List<T> list(String text, Function<String, T> parse) {
        List<T> all = Arrays.stream(text.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .distinct()
                .map(parse)
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' has no entry");
        }
        return all;
    }

    /** Reads {@code NAME=VALUE} lines; empty lines are passed over, a value may hold further equals signs. */
    public static Map<String, String> assignments(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                assign(all, lines.get(at), at + 1);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static void assign(Map<String, String> all, String line, int number) {
        int equals = line.indexOf('=');
        // the value after the sign may be a secret, and the line may be nothing but one: it is never quoted
        if (equals < 1 || line.substring(0, equals).isBlank()) {
            throw new IllegalArgumentException("line " + number + " is not of the form NAME=VALUE");
        }
        String name = line.substring(0, equals).strip();
        if (all.put(name, line.substring(equals + 1)) != null) {
            throw new IllegalArgumentException("'" + name + "' is given twice");
        }
    }

    /** Reads a whole number of minutes, 1 to 1440 (a day). */
    public static Duration minutes(String text) {
        try {
            int minutes = Integer.parseInt(text);
            if (minutes >= 1 && minutes <= 1440) {
                return Duration.ofMinutes(minutes);
            }
        } catch (NumberFormatException ignored) {
            // the refusal below says all there is to say
        }
        throw new IllegalArgumentException("'" + text + "' is not a number of minutes from 1 to 1440");
    }

    /** Reads a whole number between two limits. */
    public static int whole(String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException ignored) {
            // the refusal below says all there is to say
        }
        throw new IllegalArgumentException("'" + text + "' is not a whole number from " + least + " to " + most);
    }

    /** Reads an absolute http or https address without user name and password. */
    public static URI address(String text) {
        if (text.contains("@")) {
            // what stands before the sign may be a password: it is never quoted
            throw new IllegalArgumentException("the address carries a user name or password");
        }
        try {
            URI uri = new URI(text);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException ignored) {
            // the refusal below says all there is to say
        }
        throw new IllegalArgumentException("'" + text + "' is not an http or https address");
    }

    /** Reads the name of a constant in any case. */
    public static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is none of " + Arrays.toString(type.getEnumConstants())));
    }
}
