package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.envfile.EnvFileText;
import org.ecsdelivery.engine.envfile.EnvVariable;

/** Keeps the secret values of env files out of the build log, in each form in which they may come into it. */
final class EnvFileMasks {
    /** What is shorter stands in every other line of a log. */
    private static final int SHORTEST = 4;
    /** The first and the last line of a key tell nothing. */
    private static final String BOUNDARY = "-----";

    private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,5}");
    private static final Set<String> COMMON = Set.of(
            "true",
            "false",
            "null",
            "none",
            "test",
            "user",
            "root",
            "admin",
            "info",
            "debug",
            "warn",
            "error",
            "default",
            "production",
            "development",
            "staging",
            "localhost");

    private final Masking masking;

    EnvFileMasks(Masking masking) {
        this.masking = masking;
    }

    /** Masks the secret values, and returns the names of those that cannot be masked, since that would ruin the log. */
    List<String> add(EnvFileDialect dialect, List<EnvVariable> variables) {
        List<String> shown = new ArrayList<>();
        for (EnvVariable each : variables) {
            if (each.secret() && !each.value().isEmpty()) {
                if (isEverywhere(each.value())) {
                    shown.add(each.name());
                } else {
                    mask(dialect, each);
                }
            }
        }
        return shown;
    }

    private void mask(EnvFileDialect dialect, EnvVariable variable) {
        Stream.concat(Stream.of(variable.value()), EnvFileText.written(dialect, variable).stream())
                .flatMap(EnvFileMasks::forms)
                .distinct()
                .map(Secret::of)
                .forEach(masking::add);
    }

    /** A build log is masked line by line, so that the lines of a value count too. */
    private static Stream<String> forms(String text) {
        Stream<String> whole = Stream.of(text, text.strip());
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? whole
                : Stream.concat(whole, text.lines().map(String::strip).filter(EnvFileMasks::tellsSomething));
    }

    private static boolean tellsSomething(String line) {
        return line.length() >= SHORTEST * 2 && !line.startsWith(BOUNDARY);
    }

    private static boolean isEverywhere(String value) {
        String bare = value.strip();
        return bare.length() < SHORTEST
                || SMALL_NUMBER.matcher(bare).matches()
                || COMMON.contains(bare.toLowerCase(Locale.ROOT));
    }
}
