package org.ecsdelivery.dist;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * A class that is named in some jars but in none of them, nor in the JDK.
 *
 * @param from the class that names it
 */
record MissingClass(String from, String to) {
    private static final Pattern LINE = Pattern.compile("\\s+(\\S+)\\s+-> (\\S+)\\s+not found");

    /** Lists the classes that are missing, as the JDK's {@code jdeps} sees it. */
    static List<MissingClass> among(List<Path> jars) {
        StringWriter found = new StringWriter();
        String[] arguments = Stream.concat(
                        Stream.of("--multi-release", "17", "--missing-deps"),
                        jars.stream().map(Path::toString))
                .toArray(String[]::new);
        int code = ToolProvider.findFirst("jdeps")
                .orElseThrow(() -> new AssertionError("This JDK has no jdeps: run the tests on a full JDK"))
                .run(new PrintWriter(found, true), new PrintWriter(found, true), arguments);
        if (code != 0) {
            throw new AssertionError("jdeps ended with " + code + ": " + found);
        }
        return found.toString()
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new MissingClass(line.group(1), line.group(2)))
                .toList();
    }

    boolean isTeamCitys() {
        return HostClasses.provide(to);
    }
}
