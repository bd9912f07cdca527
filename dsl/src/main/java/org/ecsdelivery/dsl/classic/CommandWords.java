package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words behind a command, sorted into options and the rest. An option that is not expected is refused: nobody would know how many
 * words belong to it, nor what it does.
 */
final class CommandWords {
    private final String command;
    private final List<String> positional = new ArrayList<>();
    private final Map<String, List<List<String>>> options = new HashMap<>();

    private CommandWords(String command) {
        this.command = command;
    }

    /**
     * Sorts words.
     *
     * @param command how messages call the command
     * @param words what stands behind it
     * @param expected the options, each with its other names and the number of words behind it, such as {@code --tag -t:1}
     */
    static CommandWords of(String command, List<String> words, List<String> expected) {
        CommandWords sorted = new CommandWords(command);
        sorted.sort(words, table(expected));
        return sorted;
    }

    private record Option(String name, int words) {}

    private static Map<String, Option> table(List<String> expected) {
        Map<String, Option> table = new HashMap<>();
        for (String each : expected) {
            int colon = each.indexOf(':');
            String[] names = each.substring(0, colon).split(" ");
            Option option = new Option(names[0], Integer.parseInt(each.substring(colon + 1)));
            for (String name : names) {
                table.put(name, option);
            }
        }
        return table;
    }

    private void sort(List<String> words, Map<String, Option> table) {
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at++);
            if (word.isEmpty()) {
                throw new Refusal(command + " gets an empty word");
            }
            if (!word.startsWith("-") || word.equals("-")) {
                positional.add(word);
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            Option option = table.get(name);
            if (option == null) {
                throw new Refusal(command + " has " + shown(name) + ", which no typed step does");
            }
            at = take(option, name, equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1)), words, at);
        }
    }

    /** What is no plain option may be a value that somebody glued to one. */
    private static String shown(String name) {
        return name.matches("-[A-Za-z]{1,3}|--[a-z-]+") ? "the option " + name : "an option that is not known";
    }

    private int take(Option option, String name, Optional<String> attached, List<String> words, int at) {
        if (option.words() == 0) {
            if (attached.isPresent()
                    && !attached.get().equals("true")
                    && !attached.get().equals("false")) {
                throw new Refusal(command + " has " + name + " with a value that is neither true nor false");
            }
            if (!attached.equals(Optional.of("false"))) {
                add(option, List.of());
            }
            return at;
        }
        if (attached.isPresent() && option.words() == 1) {
            add(option, List.of(attached.get()));
            return at;
        }
        if (attached.isPresent() || at + option.words() > words.size()) {
            throw new Refusal(command + " has " + name + " with another number of words behind it than it takes");
        }
        add(option, words.subList(at, at + option.words()));
        return at + option.words();
    }

    private void add(Option option, List<String> values) {
        options.computeIfAbsent(option.name(), any -> new ArrayList<>()).add(List.copyOf(values));
    }

    List<String> positional() {
        return positional;
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    List<List<String>> all(String name) {
        return options.getOrDefault(name, List.of());
    }

    /** Returns the values of an option that takes one word and may be there several times. */
    List<String> values(String name) {
        return all(name).stream().map(each -> each.get(0)).toList();
    }

    /** Returns the value of an option that takes one word; the last one counts. */
    Optional<String> value(String name) {
        List<String> all = values(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Returns the value of an option that has to be there. */
    String needed(String name) {
        return value(name).orElseThrow(() -> new Refusal(command + " has no " + name));
    }

    void expect(int positionals, String what) {
        if (positional.size() != positionals) {
            throw new Refusal(command + " has " + positional.size() + " words where it takes " + what);
        }
    }
}
