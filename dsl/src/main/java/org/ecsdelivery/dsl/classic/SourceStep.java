package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ecsdelivery.dsl.classic.Item.Place;
import org.ecsdelivery.dsl.model.Entry;

/**
 * A step as it is, taken apart into the commands that it runs.
 *
 * @param entry how it is written
 * @param text its script
 * @param items its commands; empty when it cannot be taken apart
 * @param strict whether it ends with the first command that fails
 * @param unknown the variables whose values only its shell knows
 * @param refusal why it cannot be taken apart; empty for a step that nobody would want to
 */
record SourceStep(
        Entry entry, String text, List<Item> items, boolean strict, Set<String> unknown, Optional<String> refusal) {
    static final String MODE = "teamcity.step.mode";
    static final String DIRECTORY = "teamcity.build.workingDir";
    static final String SCRIPT = "script.content";

    private static final Pattern OURS =
            Pattern.compile("(^|[\\s/;&|(`])(docker|ecs|ecs-deploy|aws|zip)\\s", Pattern.MULTILINE);
    private static final Set<String> KNOWN = Set.of(
            SCRIPT,
            "use.custom.script",
            "command.executable",
            "command.parameters",
            MODE,
            DIRECTORY,
            "log.stderr.as.errors");
    private static final String CONTAINER = "plugin.docker.";

    SourceStep {
        items = List.copyOf(items);
    }

    /** Takes a step apart. */
    static SourceStep of(Entry entry, Predicate<String> parameters) {
        try {
            return switch (entry.type()) {
                case "simpleRunner" -> script(entry, parameters);
                case "DockerCommand" -> DockerSteps.read(entry, parameters);
                default -> left(entry, Optional.empty());
            };
        } catch (Refusal refusal) {
            return left(entry, isCandidate(entry) ? Optional.of(refusal.reason()) : Optional.empty());
        }
    }

    static SourceStep left(Entry entry, Optional<String> reason) {
        return new SourceStep(entry, "", List.of(), false, Set.of(), reason);
    }

    private static boolean isCandidate(Entry entry) {
        return entry.type().equals("DockerCommand")
                || OURS.matcher(script(entry.parameters()) + " ").find();
    }

    private static String script(Map<String, String> given) {
        return given.getOrDefault("use.custom.script", "").equals("true")
                ? given.getOrDefault(SCRIPT, "")
                : (given.getOrDefault("command.executable", "") + " " + given.getOrDefault("command.parameters", ""))
                        .strip();
    }

    private static SourceStep script(Entry entry, Predicate<String> parameters) {
        Map<String, String> given = entry.parameters();
        String text = script(given);
        if (!OURS.matcher(text + " ").find()) {
            return left(entry, Optional.empty());
        }
        given.keySet().forEach(name -> {
            if (!KNOWN.contains(name) && !name.startsWith(CONTAINER)) {
                throw new Refusal("it has the parameter " + name + ", of which nobody here knows what it does");
            }
        });
        boolean program = !given.getOrDefault("use.custom.script", "").equals("true");
        if (program && text.matches("(?s).*[$`*?;&|<>'~\\\\].*")) {
            throw new Refusal("without a shell its arguments mean something else than in a script");
        }
        Shell shell = Shell.read(text, parameters);
        return new SourceStep(entry, text, shell.items(), shell.isStrict(), shell.unknown(), Optional.empty());
    }

    /** Returns a step whose commands are known without a script. */
    static SourceStep of(Entry entry, List<Meaning> meanings) {
        Statement nowhere = new Statement(List.of(List.of()), false, false, 0, 0, 1);
        List<Item> items = new ArrayList<>();
        meanings.forEach(each -> items.add(new Item(nowhere, each, new Place("", "", Map.of()))));
        return new SourceStep(entry, "", items, true, Set.of(), Optional.empty());
    }

    String id() {
        return entry.id();
    }

    String mode() {
        return entry.parameters().getOrDefault(MODE, "default");
    }

    String directory() {
        return entry.parameters().getOrDefault(DIRECTORY, "");
    }

    boolean isRead() {
        return !items.isEmpty();
    }

    /** Tells whether both run in the same cases. */
    boolean runsWith(SourceStep other) {
        return mode().equals(other.mode())
                && entry.element()
                        .element("conditions")
                        .equals(other.entry.element().element("conditions"));
    }

    /** Returns a command as it is written. */
    String source(Item item) {
        return text.substring(item.statement().start(), item.statement().end());
    }
}
