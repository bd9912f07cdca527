package org.ecsdelivery.dsl.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.dsl.classic.Proposal;
import org.ecsdelivery.dsl.files.SettingsArchive;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.imports.Imported;
import org.ecsdelivery.dsl.model.SettingsTree;

/**
 * Proposes typed steps for docker, ecs and aws commands in settings:
 * {@code java -cp 'lib/*' org.ecsdelivery.dsl.command.Propose .teamcity > typed-steps.patch}.
 */
public final class Propose {
    private static final String WRITE = "--write";
    private static final String JAVA = "--java";
    private static final String PACKAGE = "--package";
    private static final String USAGE = """
            Name the settings, such as '.teamcity': a directory, or the zip of XML that a TeamCity server exported. The patch is
            printed, for 'git apply', and what there is to say of it beside. Options:
              --write                 changes the settings directory instead of printing a patch
              --java <directory>      writes Java that makes the changed settings, too
              --package <name>        the package of its classes; none by default
            Exit codes:
              0 nothing is proposed, or it is written; 1 something is proposed; 2 it could not be told""";

    private final Path directory;
    private final Output output;

    Propose(Path directory, Output output) {
        this.directory = directory;
        this.output = output;
    }

    /** Proposes for settings below the working directory. */
    public static void main(String[] arguments) {
        System.exit(new Propose(Path.of(""), Output.ofScreen()).run(arguments).code());
    }

    Outcome run(String... words) {
        return output.explaining(() -> {
            if (words.length == 0 || words[0].startsWith("-")) {
                throw new Misuse(USAGE);
            }
            List<String> behind = new ArrayList<>(List.of(words));
            behind.set(0, "propose");
            boolean write = behind.remove(WRITE);
            Arguments arguments = Arguments.of(behind);
            arguments.allow(JAVA, PACKAGE);
            Path path = directory.resolve(words[0]);
            if (!Files.exists(path)) {
                throw new Misuse(
                        "There is no " + words[0] + ". Name a settings directory, or a zip that a server exported.");
            }
            return Files.isDirectory(path)
                    ? directory(SettingsDirectory.below(path), write, arguments)
                    : zip(path, write, arguments);
        });
    }

    private Outcome zip(Path path, boolean write, Arguments arguments) {
        if (write) {
            throw new Misuse("The option " + WRITE + " is for a directory, and a zip is never changed. Leave it out.");
        }
        SettingsTree tree = SettingsFiles.read(SettingsArchive.at(path).exportedFiles());
        Proposal proposal = Proposal.of(tree);
        java(proposal, arguments);
        return print(proposal, ".teamcity");
    }

    private Outcome directory(SettingsDirectory place, boolean write, Arguments arguments) {
        SettingsTree tree = place.read();
        Proposal proposal = Proposal.of(tree);
        String name = relative(place.path());
        java(proposal, arguments);
        if (!proposal.changed().isEmpty()
                && Files.exists(place.path().resolveSibling(place.path().getFileName() + ".files"))) {
            output.complain(
                    name + ".files says that a program writes these settings, and would undo the change: change the"
                            + " program, or have Java written for the changed settings by " + JAVA + ".");
        }
        return write ? write(proposal, place, name) : print(proposal, name);
    }

    private String relative(Path place) {
        Path working = directory.toAbsolutePath().normalize();
        Path shown = place.startsWith(working) ? working.relativize(place) : place.getFileName();
        return shown.toString().replace('\\', '/');
    }

    private void java(Proposal proposal, Arguments arguments) {
        arguments.option(JAVA).ifPresent(sources -> {
            try {
                Imported imported = org.ecsdelivery.dsl.imports.Import.of(proposal.tree())
                        .to(arguments.option(PACKAGE).orElse(""));
                imported.writeTo(directory.resolve(sources));
                imported.sources().keySet().forEach(each -> output.complain("Wrote " + sources + "/" + each));
                imported.kept().forEach((file, reason) -> output.complain("Stays XML: " + file + ": " + reason));
            } catch (IllegalArgumentException | IllegalStateException refused) {
                throw new Misuse(String.valueOf(refused.getMessage()));
            }
        });
    }

    private Outcome print(Proposal proposal, String name) {
        output.found().print(proposal.patch(name));
        proposal.remarks().forEach(each -> output.complain(each.toString()));
        output.complain(Counts.files(proposal.changed().size()) + " would change.");
        return Outcome.differentUnless(proposal.changed().isEmpty());
    }

    private Outcome write(Proposal proposal, SettingsDirectory place, String name) {
        for (Map.Entry<String, byte[]> each : proposal.changed().entrySet()) {
            Path file = place.path().resolve(each.getKey());
            try {
                Files.write(file, each.getValue());
            } catch (IOException cause) {
                throw new UncheckedIOException(
                        "The file " + file + " cannot be written (" + cause.getMessage()
                                + "). Make it writable for you, and undo what is written already by git.",
                        cause);
            }
            output.say("changed    " + name + "/" + each.getKey());
        }
        proposal.remarks().forEach(each -> output.say(each.toString()));
        return Outcome.DONE;
    }
}
