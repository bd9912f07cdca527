package org.ecsdelivery.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of classes that packed libraries can do without: {@code optional-classes.txt}. */
record OptionalClasses(List<Row> rows) {
    private static final Pattern ROW = Pattern.compile("(\\S+) -> (\\S+) {3}(\\S.*)");

    /** One reason to do without, for classes named by the beginnings of their names. */
    record Row(String from, String to, String because) {
        boolean covers(MissingClass missing) {
            return missing.from().startsWith(from) && missing.to().startsWith(to);
        }
    }

    static OptionalClasses read() {
        try (InputStream file =
                Objects.requireNonNull(OptionalClasses.class.getResourceAsStream("optional-classes.txt"))) {
            return new OptionalClasses(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(OptionalClasses::row)
                    .toList());
        } catch (IOException cause) {
            throw new UncheckedIOException("optional-classes.txt cannot be read", cause);
        }
    }

    boolean cover(MissingClass missing) {
        return rows.stream().anyMatch(row -> row.covers(missing));
    }

    private static Row row(String line) {
        Matcher parts = ROW.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + line + "' is not '<from> -> <to>   <why>'");
        }
        return new Row(parts.group(1), parts.group(2), parts.group(3));
    }
}
