package org.ecsdelivery.docker.context;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** A directory on its way to Docker: what is left out, and where Docker finds the Dockerfile in it. */
public final class BuildContext {
    private static final String IGNORE_FILE = ".dockerignore";

    private final Path directory;
    private final String written;
    private final DockerIgnore rules;
    private final String dockerfile;
    private final Map<String, byte[]> generated;

    private BuildContext(
            Path directory, String written, DockerIgnore rules, String dockerfile, Map<String, byte[]> generated) {
        this.directory = directory;
        this.written = written;
        this.rules = rules;
        this.dockerfile = dockerfile;
        this.generated = generated;
    }

    /**
     * Looks at a context. The file {@code <Dockerfile>.dockerignore} beside the Dockerfile wins over the context's own
     * (Docker documentation, "Build context", "Filename and location").
     *
     * @param directory the context, a real path
     * @param dockerfile the Dockerfile, a real path, inside the context or not
     * @throws EngineException when a file cannot be read or a line of the ignore file is no pattern
     */
    public static BuildContext of(Path directory, Path dockerfile) {
        return without(directory, dockerfile, List.of());
    }

    /**
     * Looks at a context that some files must not leave, whatever the ignore file says.
     *
     * @param directory the context, a real path
     * @param dockerfile the Dockerfile, a real path, inside the context or not
     * @param kept files that stay here; those outside of the context do so anyway
     * @throws EngineException when a file cannot be read or a line of the ignore file is no pattern
     */
    public static BuildContext without(Path directory, Path dockerfile, Collection<Path> kept) {
        try {
            Path beside = dockerfile.resolveSibling(dockerfile.getFileName() + IGNORE_FILE);
            Path own = directory.resolve(IGNORE_FILE);
            boolean ownRules = !Files.isRegularFile(beside);
            Path file = ownRules ? own : beside;
            String text = Files.isRegularFile(file) ? text(file) : "";
            DockerIgnore rules = rulesOf(file, text);
            List<String> names = new ArrayList<>();
            for (Path path : kept) {
                NameInContext.of(directory, path).ifPresent(names::add);
            }
            for (String name : names) {
                rules = rules.leavingOut(name);
            }
            String written = IgnoreLines.appended(text, names);
            return dockerfile.startsWith(directory) && ownRules
                    ? asItIs(directory, dockerfile, written, rules)
                    : withDockerfileAdded(directory, dockerfile, written, rules);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static BuildContext asItIs(Path directory, Path dockerfile, String written, DockerIgnore rules)
            throws IOException {
        String name = NameInContext.of(directory, dockerfile).orElseThrow();
        // Docker itself takes both out again before COPY sees them, when the rules leave them out
        return new BuildContext(directory, written, rules.keeping(name).keeping(IGNORE_FILE), name, Map.of());
    }

    /** Sends the Dockerfile under a name of its own, and an ignore file that makes Docker hide both from {@code COPY}. */
    private static BuildContext withDockerfileAdded(Path directory, Path dockerfile, String written, DockerIgnore rules)
            throws IOException {
        byte[] content = Files.readAllBytes(dockerfile);
        // named by content, so that an unchanged Dockerfile does not spoil Docker's cache
        String name = ".dockerfile." + UUID.nameUUIDFromBytes(content);
        Path own = directory.resolve(IGNORE_FILE);
        boolean wanted = Files.isRegularFile(own) && !rules.excludes(IGNORE_FILE);
        String ignore = (wanted ? text(own) : IGNORE_FILE) + "\n" + name + "\n";
        Map<String, byte[]> generated = new LinkedHashMap<>();
        generated.put(name, content);
        generated.put(IGNORE_FILE, ignore.getBytes(StandardCharsets.UTF_8));
        return new BuildContext(directory, written, rules.leavingOut(IGNORE_FILE), name, generated);
    }

    private static DockerIgnore rulesOf(Path file, String text) {
        try {
            return DockerIgnore.parse(text);
        } catch (IllegalArgumentException invalid) {
            throw new EngineException(
                    FailureKind.BUILD_FAILED,
                    "A line of " + file + " cannot be understood",
                    String.valueOf(invalid.getMessage()),
                    "Correct that line.",
                    invalid);
        }
    }

    /** A byte that is no UTF-8, in a comment for instance, is no reason to give up. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /**
     * Tells whether a file is sent to Docker, one that is not written yet too. Links are not followed on the way to Docker, so
     * that it is the place where the file really lies that counts.
     *
     * @throws EngineException when that place cannot be found out
     */
    public boolean sends(Path file) {
        try {
            return NameInContext.of(directory, file)
                    .filter(name -> !rules.excludes(name))
                    .isPresent();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** Returns the rules as the text of an ignore file, for builders that read the directory themselves. */
    public String ignoreText() {
        return written;
    }

    /** Returns where Docker finds the Dockerfile, with slashes. */
    public String dockerfile() {
        return dockerfile;
    }

    /**
     * Opens the stream.
     *
     * @throws EngineException when the directory cannot be read
     */
    public ContextTar open() {
        try {
            return new ContextTar(new ContextWalk(directory, rules), generated);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** Makes the failure of a context that cannot be read. */
    public static EngineException unreadable(Path directory, IOException cause) {
        return new EngineException(
                FailureKind.BUILD_FAILED,
                "The build context " + directory + " cannot be read",
                cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                "Let the agent's user read that file, or name it in " + IGNORE_FILE + ".",
                cause);
    }
}
