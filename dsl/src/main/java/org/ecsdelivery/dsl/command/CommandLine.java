package org.ecsdelivery.dsl.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.ecsdelivery.dsl.Settings;

/**
 * The commands of a class that says what the projects are.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *     CommandLine.of(ShopSettings::settings).main(arguments);
 * }
 * }</pre>
 */
public final class CommandLine {
    private static final String HELP = """
            Commands:
              generate                 writes the settings directory; this is run when no command is named
              check                    tells whether generate would change anything; for CI
              diff                     tells what generate would change, by what it means
                --revision <revision>  or what has changed since a revision of git, such as origin/main
                --folder <directory>   or what differs from another settings directory
                --zip <file>           or what differs from the XML that a TeamCity server exported
              apply                    has a TeamCity server load the settings that are committed, and waits for it
                --server <address>     the server, such as https://teamcity.acme.com
                --project <id>         the project that is synchronised; the one at the top by default
                --token-file <file>    a file with an access token; by default it is in the variable TEAMCITY_TOKEN
                --revision <commit>    the commit that the server must have loaded in the end
                --minutes <number>     how long to wait, 10 by default
                --allow-http <host>    a host that may be asked without https, such as one of a network of your own
              help                     prints this
            Option of generate, check and diff:
              --to <directory>         the settings directory, .teamcity by default
            Exit codes:
              0 done, or nothing differs; 1 something differs, or the settings have errors; 2 it could not be told
            """;

    private final Supplier<Settings> settings;
    private final Path directory;
    private final Output output;
    private final Machine machine;

    private CommandLine(Supplier<Settings> settings, Path directory, Output output, Machine machine) {
        this.settings = settings;
        this.directory = directory;
        this.output = output;
        this.machine = machine;
    }

    /** Returns the commands for settings, which are asked for when a command needs them. */
    public static CommandLine of(Supplier<Settings> settings) {
        return new CommandLine(settings, Path.of(""), Output.ofScreen(), new ThisMachine());
    }

    /** Returns these commands as if they were run in another directory than the program. */
    public CommandLine in(Path newDirectory) {
        return new CommandLine(settings, newDirectory, output, machine);
    }

    /** Returns these commands saying what they found, and what is wrong, elsewhere than on the screen. */
    public CommandLine printingTo(PrintStream found, PrintStream wrong) {
        return new CommandLine(settings, directory, new Output(found, wrong), machine);
    }

    CommandLine on(Machine other) {
        return new CommandLine(settings, directory, output, other);
    }

    /** Runs a command and ends the program with its exit code. */
    public void main(String... arguments) {
        System.exit(run(arguments).code());
    }

    /** Runs a command, {@code generate} when none is named. */
    public Outcome run(String... words) {
        return output.explaining(() -> {
            Arguments arguments = Arguments.of(List.of(words));
            Place place = Place.of(arguments, directory);
            return switch (arguments.command()) {
                case "", "generate" -> {
                    arguments.allow(Place.OPTION);
                    yield new GenerateCommand(place, output).run(settings);
                }
                case "check" -> {
                    arguments.allow(Place.OPTION);
                    yield new CheckCommand(place, output).run(settings);
                }
                case "diff" -> {
                    OtherSide other = OtherSide.of(arguments, place, directory);
                    yield new DiffCommand(place, output).run(settings.get(), other);
                }
                case "apply" -> apply(arguments);
                case "help", "-h" -> help();
                default ->
                    throw new Misuse(
                            "There is no command '" + arguments.command() + "'. Run help to see what there is.");
            };
        });
    }

    private Outcome apply(Arguments arguments) {
        ApplyOptions options = ApplyOptions.of(arguments, settings);
        AccessToken token = AccessToken.of(arguments, directory, machine);
        return new ApplyCommand(options, token, machine, output).run();
    }

    private Outcome help() {
        output.found().print(HELP);
        return Outcome.DONE;
    }
}
