package org.ecsdelivery.common.policy;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text in which a star stands for any characters, also for none. */
final class Wildcard {
    private Wildcard() {}

    static boolean matches(String pattern, String text) {
        String expression = Arrays.stream(pattern.split("\\*", -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
    }
}
