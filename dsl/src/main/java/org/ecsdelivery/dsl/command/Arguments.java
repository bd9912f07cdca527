package org.ecsdelivery.dsl.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was written behind the name of the program: a command, and options that each have a value. */
final class Arguments {
    private final String command;
    private final Map<String, String> options;

    private Arguments(String command, Map<String, String> options) {
        this.command = command;
        this.options = options;
    }

    static Arguments of(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        String command = rest.isEmpty() || rest.get(0).startsWith("--") ? "" : rest.remove(0);
        Map<String, String> options = new LinkedHashMap<>();
        while (!rest.isEmpty()) {
            String name = rest.remove(0);
            if (!name.startsWith("--") || rest.isEmpty()) {
                throw new Misuse(
                        name.startsWith("--")
                                ? "The option " + name + " has no value. Write one behind it."
                                : "'" + name + "' is no option. Run help to see what there is.");
            }
            if (options.put(name, rest.remove(0)) != null) {
                throw new Misuse("The option " + name + " is there twice. Write it once.");
            }
        }
        return new Arguments(command, options);
    }

    String command() {
        return command;
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Refuses options that a command does not have: one that is overlooked would be taken for one that holds. */
    void allow(String... names) {
        for (String option : options.keySet()) {
            if (!Set.of(names).contains(option)) {
                throw new Misuse("The command " + (command.isEmpty() ? "generate" : command) + " has no option "
                        + option + ". Run help to see what there is.");
            }
        }
    }

    /** Refuses options of which only one can hold. */
    void allowOneOf(Set<String> names) {
        List<String> given = options.keySet().stream().filter(names::contains).toList();
        if (given.size() > 1) {
            throw new Misuse("The options " + String.join(" and ", given) + " exclude each other. Write one of them.");
        }
    }
}
