package org.ecsdelivery.sandbox.envfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.EnvFileDialect;

/** What the command's arguments ask for. */
record EnvFileOptions(Wanted wanted, EnvFileDialect dialect, Optional<String> from, Optional<String> template) {
    static final String USAGE = """
            usage: env-file --dialect NAME --from FILE [--template FILE]
                   env-file --dialects
                   env-file migrate --env NAME=FILE [--env NAME=FILE ...] [--dialect NAME] [--out DIRECTORY]

            Prints the env file that the build feature would write, byte for byte.
              --dialect NAME    who will read the file
              --from FILE       a JSON object of names and values: strings, or numbers and booleans as written; - is standard input
              --template FILE   a template with order, comments and defaults; --from may be left out then
              --dialects        lists the names of the dialects
            migrate reads committed env files, one for each environment, as --dialect (or dotenv) does, and proposes a template, the
            build parameters and the build feature in Java; it shows no value that looks secret. With --out it writes them as files
            and overwrites none.
            Exit code: 0 the file is on standard output; 1 the arguments, or the files given, are not in order; 2 the file cannot be
            made, and standard error names each variable with the reason, never a value.""";

    private static final Set<String> WITH_VALUE = Set.of("--dialect", "--from", "--template");

    /** What is asked for. */
    enum Wanted {
        /** How to use the command. */
        HELP,
        /** The names of the dialects. */
        DIALECTS,
        /** The file. */
        FILE
    }

    static EnvFileOptions parse(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("nothing is asked for\n" + USAGE);
        }
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return only(Wanted.HELP);
        }
        if (arguments.equals(List.of("--dialects"))) {
            return only(Wanted.DIALECTS);
        }
        Map<String, String> given = given(arguments);
        Optional<String> from = Optional.ofNullable(given.get("--from"));
        Optional<String> template = Optional.ofNullable(given.get("--template"));
        String dialect = Optional.ofNullable(given.get("--dialect"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "--dialect is missing; it takes one of " + String.join(", ", EnvFileDialect.words())));
        if (from.isEmpty() && template.isEmpty()) {
            throw new IllegalArgumentException("--from is missing; it takes a JSON object of names and values");
        }
        return new EnvFileOptions(Wanted.FILE, EnvFileDialect.of(dialect), from, template);
    }

    private static EnvFileOptions only(Wanted wanted) {
        return new EnvFileOptions(wanted, EnvFileDialect.DOCKER, Optional.empty(), Optional.empty());
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at < arguments.size(); at += 2) {
            String option = arguments.get(at);
            if (!WITH_VALUE.contains(option)) {
                throw new IllegalArgumentException("there is no option " + option + "; see env-file --help");
            }
            if (at + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " needs a value; see env-file --help");
            }
            if (given.put(option, arguments.get(at + 1)) != null) {
                throw new IllegalArgumentException(option + " is given twice");
            }
        }
        return given;
    }
}
