package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.settings.EnvFileSettings.SecretSource;
import org.ecsdelivery.common.settings.EnvFileSettings.SsmSource;

/** The forms in which the sources of an env file are written. Each throws {@link IllegalArgumentException} with the line it refuses. */
final class EnvFileSourceForms {
    private static final Pattern NAMED = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*)\\s*=\\s*(.+)");
    private static final Pattern SSM_NAME = Pattern.compile("(/?[\\w.-]+)(/[\\w.-]+)*");
    private static final Pattern SSM_ARN = Pattern.compile("arn:[a-z0-9-]+:ssm:[a-z0-9-]+:\\d{12}:parameter/[\\w./-]+");
    private static final Pattern SECRET =
            Pattern.compile("(arn:[a-z0-9-]+:secretsmanager:[a-z0-9-]+:\\d{12}:secret:[\\w/+=.@-]+|[\\w/+=.@-]+)"
                    + "(?::([^:]*))?(?::([^:]*))?(?::)?");

    private EnvFileSourceForms() {}

    /** Reads {@code NAME=parameter} or {@code parameter} lines; what stands behind {@code env.} or {@code system.} is the name then. */
    static Map<String, String> parameters(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : lines(text)) {
            Matcher named = NAMED.matcher(line);
            String variable = named.matches() ? named.group(1) : line.replaceFirst("^(env|system)\\.", "");
            if (all.put(variable, named.matches() ? named.group(2) : line) != null) {
                throw new IllegalArgumentException("'" + variable + "' is given twice");
            }
        }
        return Collections.unmodifiableMap(all);
    }

    /** Reads {@code /path/} or {@code NAME=/path/name} lines. */
    static List<SsmSource> ssm(String text) {
        return each(text, line -> named(line, EnvFileSourceForms::ssmSource));
    }

    private static SsmSource ssmSource(Optional<String> variable, String name) {
        String bare = name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        if (variable.isEmpty() && (!name.startsWith("/") || name.equals("/"))) {
            throw new IllegalArgumentException(
                    "'" + name + "' is neither a path such as /shop/prod nor NAME=parameter");
        }
        if (!SSM_NAME.matcher(bare).matches() && !SSM_ARN.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not the name of a Systems Manager parameter");
        }
        return new SsmSource(variable, variable.isEmpty() ? bare : name);
    }

    /** Reads {@code secret}, {@code NAME=secret} or {@code NAME=secret:key:stage} lines. */
    static List<SecretSource> secrets(String text) {
        return each(text, line -> named(line, EnvFileSourceForms::secretSource));
    }

    private static SecretSource secretSource(Optional<String> variable, String reference) {
        Matcher parts = SECRET.matcher(reference);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + reference + "' is not of the form secret, secret:key or secret:key:stage");
        }
        Optional<String> key = group(parts, 2);
        if (variable.isEmpty() && key.isPresent()) {
            throw new IllegalArgumentException(
                    "'" + reference + "' names a key, but no variable: write NAME=" + reference);
        }
        return new SecretSource(variable, parts.group(1), key, group(parts, 3));
    }

    private static Optional<String> group(Matcher parts, int number) {
        return Optional.ofNullable(parts.group(number)).filter(text -> !text.isEmpty());
    }

    private static <T> T named(String line, BiFunction<Optional<String>, String, T> parse) {
        Matcher named = NAMED.matcher(line);
        return named.matches()
                ? parse.apply(Optional.of(named.group(1)), named.group(2))
                : parse.apply(Optional.empty(), line);
    }

    private static <T> List<T> each(String text, Function<String, T> parse) {
        return lines(text).stream().distinct().map(parse).toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
