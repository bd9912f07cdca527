package org.ecsdelivery.agent.tools;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directories in which a machine looks for programs. */
record SearchPath(List<Path> directories) {
    private static final List<String> ENDINGS = List.of("", ".exe", ".cmd");

    static SearchPath parse(String text) {
        return new SearchPath(Stream.of(text.split(Pattern.quote(File.pathSeparator)))
                .filter(directory -> !directory.isEmpty())
                .flatMap(SearchPath::path)
                // a directory relative to wherever the agent happens to stand is nobody's installation
                .filter(Path::isAbsolute)
                .toList());
    }

    /** Finds a program as a shell would. */
    Optional<Path> find(String program) {
        return directories.stream()
                .flatMap(directory -> ENDINGS.stream().map(ending -> directory.resolve(program + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException notAPath) {
            return Stream.empty();
        }
    }
}
