package org.ecsdelivery.dsl;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins what is given as one or more texts. */
final class Lines {
    private Lines() {}

    static String of(String first, String... more) {
        return Stream.concat(Stream.of(first), Arrays.stream(more)).collect(Collectors.joining("\n"));
    }
}
