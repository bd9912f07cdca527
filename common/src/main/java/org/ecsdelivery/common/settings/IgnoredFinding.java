package org.ecsdelivery.common.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A finding that does not count for a while.
 *
 * @param name its name, such as {@code CVE-2026-12345}
 * @param until the last day on which it does not count, in UTC
 * @param because why
 */
public record IgnoredFinding(String name, LocalDate until, String because) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._:-]*)\\s+until\\s+(\\S+)\\s+because\\s+(\\S.*)");

    /** Reads one per line; empty lines and those that begin with a hash are passed over. */
    static List<IgnoredFinding> list(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(IgnoredFinding::of)
                .toList();
    }

    private static IgnoredFinding of(String line) {
        Matcher parts = FORM.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + line + "' is not of the form CVE-2026-12345 until 2026-12-31 because REASON");
        }
        return new IgnoredFinding(parts.group(1), day(parts.group(2)), parts.group(3));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException ignored) {
            throw new IllegalArgumentException("'" + text + "' is no day such as 2026-12-31");
        }
    }

    /** Tells whether it counts again on that day. */
    public boolean isOverOn(LocalDate day) {
        return day.isAfter(until);
    }
}
