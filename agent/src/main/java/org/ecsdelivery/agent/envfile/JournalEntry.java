package org.ecsdelivery.agent.envfile;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must be known of an env file to take it away again, also after the agent died. Holds paths only, never a variable.
 *
 * @param build the build that it is of
 * @param file the file
 * @param temporary what it is called before it is complete
 * @param identity what tells it from another file in its place; empty as long as nothing was made
 * @param made the directories that were made for it, the uppermost first
 * @param aside where the file that stood there before is kept; empty when none did
 */
record JournalEntry(
        long build, Path file, Path temporary, Optional<String> identity, List<Path> made, Optional<Path> aside) {
    private static final String BUILD = "build";
    private static final String FILE = "file";
    private static final String TEMPORARY = "temporary";
    private static final String IDENTITY = "identity";
    private static final String MADE = "made.";
    private static final String ASIDE = "aside";

    JournalEntry {
        made = List.copyOf(made);
    }

    JournalEntry identifiedBy(String known) {
        return new JournalEntry(build, file, temporary, Optional.of(known), made, aside);
    }

    JournalEntry withAside(Path kept) {
        return new JournalEntry(build, file, temporary, identity, made, Optional.of(kept));
    }

    String text() {
        Properties properties = new Properties();
        properties.setProperty(BUILD, String.valueOf(build));
        properties.setProperty(FILE, file.toString());
        properties.setProperty(TEMPORARY, temporary.toString());
        identity.ifPresent(known -> properties.setProperty(IDENTITY, known));
        IntStream.range(0, made.size())
                .forEach(at -> properties.setProperty(MADE + at, made.get(at).toString()));
        aside.ifPresent(kept -> properties.setProperty(ASIDE, kept.toString()));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new IllegalStateException("A text cannot be written to memory", impossible);
        }
        return text.toString();
    }

    /** Reads the text; what is none of ours is no entry. */
    static Optional<JournalEntry> parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
            return Optional.of(new JournalEntry(
                    Long.parseLong(properties.getProperty(BUILD, "")),
                    path(properties, FILE),
                    path(properties, TEMPORARY),
                    Optional.ofNullable(properties.getProperty(IDENTITY)),
                    Stream.iterate(0, at -> properties.containsKey(MADE + at), at -> at + 1)
                            .map(at -> path(properties, MADE + at))
                            .toList(),
                    properties.containsKey(ASIDE) ? Optional.of(path(properties, ASIDE)) : Optional.empty()));
        } catch (IOException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static Path path(Properties properties, String key) {
        Path path = Path.of(properties.getProperty(key, ""));
        if (!path.isAbsolute() || path.getFileName() == null) {
            throw new InvalidPathException(path.toString(), "is not the absolute path of a file");
        }
        return path;
    }
}
