package org.ecsdelivery.common.parameter;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The forms of text that several steps read the same way. Each throws {@link IllegalArgumentException} with the value it refuses. */
public final class TextForms {
    private TextForms() {}

    /** Reads a list separated by commas, blanks or line ends; the order stays, doubles go. */
    public static <T> List<T> list(String text, Function<String, T> parse) {
        return Arrays.stream(text.split("[,\\s]+"))
                .filter(part -> !part.isEmpty())
                .distinct()
                .map(parse)
                .toList();
    }

    /** Reads {@code NAME=VALUE} lines; empty lines are passed over, a value may hold further equals signs. */
    public static Map<String, String> assignments(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int equals = line.indexOf('=');
            // the value after the sign may be a secret, and the line may be nothing but one: it is never quoted
            if (equals < 1 || line.substring(0, equals).isBlank()) {
                throw new IllegalArgumentException("line " + (all.size() + 1) + " is not of the form NAME=VALUE");
            }
            String name = line.substring(0, equals).strip();
            if (all.put(name, line.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("'" + name + "' is given twice");
            }
        });
        return java.util.Collections.unmodifiableMap(all);
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

    /** Reads an absolute http or https address. */
    public static URI address(String text) {
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
