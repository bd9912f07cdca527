package org.ecsdelivery.dist.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The README, or another page, and the sources it speaks of. */
final class Readme {
    /** Tests of this module run in its own directory. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private final String text;

    private Readme(String text) {
        this.text = text;
    }

    Readme() {
        this(read(PROJECT.resolve("README.md")));
    }

    /** Reads another page. */
    static Readme page(String path) {
        return new Readme(read(PROJECT.resolve(path)));
    }

    String text() {
        return text;
    }

    /** Returns what stands in the fenced blocks of a language. */
    List<String> blocks(String language) {
        return Pattern.compile("(?ms)^```" + language + "$\\n(.*?)^```$")
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** Returns the command below a mark, as CI takes it. */
    String command(String mark) {
        return found("<!-- " + mark + " -->\\n```sh\\n(.*)\\n```");
    }

    String found(String expression) {
        return Pattern.compile(expression)
                .matcher(text)
                .results()
                .findFirst()
                .map(match -> match.group(1))
                .orElseThrow(() -> new AssertionError("README.md has nothing like " + expression));
    }

    /** Compiles a source as users would, and tells whether it could. */
    static boolean compiles(String type, String source, Path directory) {
        try {
            Path file = Files.writeString(directory.resolve(type + ".java"), source);
            return ToolProvider.getSystemJavaCompiler()
                            .run(
                                    null,
                                    null,
                                    null,
                                    "-d",
                                    directory.toString(),
                                    "-Werror",
                                    "-classpath",
                                    System.getProperty("java.class.path"),
                                    file.toString())
                    == 0;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Returns the first group of every match. */
    List<String> all(String expression) {
        return Pattern.compile(expression)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Returns the main sources below a directory as one text, in which strings that are put together are one string. */
    static String sources(String under) {
        try (Stream<Path> files = Files.walk(PROJECT.resolve(under))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .map(Readme::read)
                    .collect(Collectors.joining("\n"))
                    .replaceAll("\"\\s*\\+\\s*\"", "");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new UncheckedIOException("Cannot read " + file, cause);
        }
    }
}
