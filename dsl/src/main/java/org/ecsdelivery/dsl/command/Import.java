package org.ecsdelivery.dsl.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ecsdelivery.dsl.check.Checks;
import org.ecsdelivery.dsl.check.Problem;
import org.ecsdelivery.dsl.check.Severity;
import org.ecsdelivery.dsl.imports.Imported;
import org.ecsdelivery.dsl.model.SettingsTree;

/**
 * Writes Java for settings that are there: {@code java -cp 'lib/*' org.ecsdelivery.dsl.command.Import .teamcity --to ci --package com.acme.ci}.
 */
public final class Import {
    private static final String TO = "--to";
    private static final String PACKAGE = "--package";
    private static final String ONLY = "--only";
    private static final String USAGE = """
            Name the settings and where the Java shall be, such as '.teamcity --to ci --package com.acme.ci'. The settings are
            a directory, or the zip of XML that a TeamCity server exported. Options:
              --to <directory>        the directory of sources, ci by default
              --package <name>        the package of the classes; none by default
              --only <ids>            only projects, build configurations, templates and VCS roots of these ids, with commas between
              --unpack <directory>    where the XML of a zip goes, .teamcity by default""";

    private final Path directory;
    private final Output output;

    Import(Path directory, Output output) {
        this.directory = directory;
        this.output = output;
    }

    /** Writes the classes below the working directory. */
    public static void main(String[] arguments) {
        System.exit(new Import(Path.of(""), Output.ofScreen()).run(arguments).code());
    }

    Outcome run(String... words) {
        return output.explaining(() -> {
            if (words.length == 0 || words[0].startsWith("-")) {
                throw new Misuse(USAGE);
            }
            List<String> behind = new ArrayList<>(List.of(words));
            behind.set(0, "import");
            Arguments arguments = Arguments.of(behind);
            arguments.allow(TO, PACKAGE, ONLY, ImportSource.UNPACK);
            ImportSource source = ImportSource.of(words[0], arguments, directory);
            Imported imported = imported(source.tree(), arguments);
            ImportTarget target = new ImportTarget(arguments.option(TO).orElse("ci"), directory);
            SettingsTree made = imported.settings().tree();
            target.refuseWhatIsThere(imported, made, source);
            source.unpack();
            target.write(imported, made, source);
            return report(imported, made, source, target);
        });
    }

    private static Imported imported(SettingsTree tree, Arguments arguments) {
        org.ecsdelivery.dsl.imports.Import all = org.ecsdelivery.dsl.imports.Import.of(tree);
        String wanted = arguments.option(PACKAGE).orElse("");
        return sayingWhy(() -> arguments
                .option(ONLY)
                .map(ids -> all.only(ids.split("[, ]+")))
                .orElse(all)
                .to(wanted));
    }

    /** What the import refuses, it refuses because of what stands behind an option. */
    private static Imported sayingWhy(Supplier<Imported> importing) {
        try {
            return importing.get();
        } catch (IllegalArgumentException refused) {
            throw new Misuse(String.valueOf(refused.getMessage()));
        }
    }

    private Outcome report(Imported imported, SettingsTree made, ImportSource source, ImportTarget target) {
        imported.sources().keySet().forEach(each -> output.say("Wrote " + target.name() + "/" + each));
        if (!imported.kept().isEmpty()) {
            output.say("Stays XML, and is written by nobody here:");
            imported.kept().forEach((file, reason) -> output.say("  " + file + ": " + reason));
        }
        if (!imported.untyped().isEmpty()) {
            output.say("Has no type of its own, and is said in general words:");
            imported.untyped().forEach((file, words) -> output.say("  " + file + ": " + words));
        }
        List<Problem> errors = errors(imported, made, source.tree());
        int files = made.files().size();
        output.say(source.name() + ".files lists what the Java stands for: " + Counts.files(files) + " of "
                + source.tree().files().size() + (errors.isEmpty() ? ". The first generate changes nothing." : "."));
        next(imported, source, target);
        if (!errors.isEmpty()) {
            output.complain("The settings were not right before, and generate refuses them until they are:");
            errors.forEach(each -> output.complain(each.toString()));
        }
        return Outcome.differentUnless(errors.isEmpty());
    }

    private void next(Imported imported, ImportSource source, ImportTarget target) {
        String elsewhere = source.name().equals(".teamcity") ? "" : " --to " + source.name();
        String file = target.name() + "/" + imported.main().replace('.', '/') + ".java";
        output.say("With the jars of ecs-delivery-dsl and ecs-delivery-common in lib, compile it and run it by");
        output.say("  javac -cp 'lib/*' -sourcepath " + target.name() + " -d out " + file);
        output.say("  java -cp 'lib/*" + File.pathSeparator + "out' " + imported.main() + " check" + elsewhere);
        output.say("and commit " + target.name() + ", " + source.name() + " and " + source.name() + ".files.");
    }

    /** Returns what generate would refuse, by the lines of XML that it comes from. */
    private static List<Problem> errors(Imported imported, SettingsTree made, SettingsTree read) {
        SettingsTree said = SettingsTree.of(read.entities().stream()
                .filter(each -> made.at(each.path()).isPresent())
                .toList());
        return Checks.of(said, imported.settings().outside()).stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }
}
