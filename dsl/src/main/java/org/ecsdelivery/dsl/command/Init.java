package org.ecsdelivery.dsl.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes the first class of settings: {@code java -cp 'lib/*' org.ecsdelivery.dsl.command.Init Shop https://github.com/acme/shop.git}. */
public final class Init {
    private static final String SOURCE = """
            import org.ecsdelivery.dsl.GitVcsRoot;
            import org.ecsdelivery.dsl.Project;
            import org.ecsdelivery.dsl.ScriptStep;
            import org.ecsdelivery.dsl.Settings;
            import org.ecsdelivery.dsl.VcsTrigger;
            import org.ecsdelivery.dsl.VersionedSettings;
            import org.ecsdelivery.dsl.command.CommandLine;

            /** Says what TeamCity builds. */
            public final class {id}Settings {
                public static Settings settings() {
                    Project project = Project.of("{id}");
                    GitVcsRoot main = project.git("Main", "{url}").branches("+:refs/heads/*");
                    project.feature(VersionedSettings.in(main));

                    project.buildType("Build")
                            .checkout(main)
                            .step(ScriptStep.of("echo Hello"))
                            .trigger(VcsTrigger.ofChanges());
                    return Settings.of(project);
                }

                public static void main(String[] arguments) {
                    CommandLine.of({id}Settings::settings).main(arguments);
                }
            }
            """;
    private static final String FOLDER = "ci";

    private final Path directory;
    private final Output output;

    Init(Path directory, Output output) {
        this.directory = directory;
        this.output = output;
    }

    /** Writes the class below the working directory, for a project's id and the address of its repository. */
    public static void main(String[] arguments) {
        System.exit(new Init(Path.of(""), Output.ofScreen()).run(arguments).code());
    }

    Outcome run(String... arguments) {
        return output.explaining(() -> {
            if (arguments.length != 2) {
                throw new Misuse("Name the id of the project and the address of its git repository, such as"
                        + " 'Shop https://github.com/acme/shop.git'.");
            }
            String id = arguments[0];
            if (!id.matches("[A-Za-z][A-Za-z0-9_]*")) {
                throw new Misuse("'" + id + "' is no id that TeamCity takes. Begin with a Latin letter, and use Latin"
                        + " letters, digits and _.");
            }
            write(id, arguments[1]);
            return Outcome.DONE;
        });
    }

    private void write(String id, String url) {
        String name = FOLDER + "/" + id + "Settings.java";
        Path file = directory.resolve(FOLDER).resolve(id + "Settings.java");
        if (Files.exists(file)) {
            throw new Misuse(
                    "There is a file " + name + " already, and it stays as it is. Delete it, or go on with it.");
        }
        String source = SOURCE.replace("{id}", id).replace("{url}", escaped(url));
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, source, StandardOpenOption.CREATE_NEW);
        } catch (IOException cause) {
            throw new UncheckedIOException(
                    "The file " + name + " cannot be written (" + cause.getMessage()
                            + "). Make its directory writable for you.",
                    cause);
        }
        List.of(
                        "Wrote " + name
                                + ". With the jars of ecs-delivery-dsl and ecs-delivery-common in lib, run it by",
                        "  java -cp 'lib/*' " + name + " generate")
                .forEach(output::say);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
