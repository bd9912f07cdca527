package org.ecsdelivery.sandbox.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the demonstration can be told to break. */
enum Breakage {
    /** Nothing: the build ends green. */
    NOTHING,
    /** The registry denies the push. */
    IMAGE,
    /** The new tasks crash, so that the circuit breaker rolls back. */
    DEPLOY,
    /** One target group never lets go of its old targets. */
    DRAIN;

    static Breakage parse(String text) {
        return Arrays.stream(values())
                .filter(each -> each != NOTHING && each.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--break " + text
                        + " is not known: it takes one of "
                        + Arrays.stream(values())
                                .filter(each -> each != NOTHING)
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
