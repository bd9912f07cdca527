package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ecsdelivery.dsl.model.Entry;

/** Reads the steps of TeamCity's Docker runner as the commands that they run. */
final class DockerSteps {
    private static final Set<String> KNOWN = Set.of(
            "docker.command.type",
            "docker.sub.command",
            "docker.image.namesAndTags",
            "docker.push.remove.image",
            "dockerfile.source",
            "dockerfile.path",
            "dockerfile.contextDir",
            "dockerImage.platform",
            "command.args",
            SourceStep.MODE,
            SourceStep.DIRECTORY);

    private DockerSteps() {}

    static SourceStep read(Entry entry, Predicate<String> parameters) {
        Map<String, String> given = entry.parameters();
        given.keySet().stream().filter(each -> !KNOWN.contains(each)).forEach(each -> {
            throw new Refusal("it has the parameter " + each + ", of which nobody here knows what it does");
        });
        DockerCommands commands = new DockerCommands(new Variables(parameters));
        Meaning meaning = switch (given.getOrDefault("docker.command.type", "build")) {
            case "build" -> build(given, commands);
            case "push" -> push(given);
            default -> other(given, commands);
        };
        return SourceStep.of(entry, List.of(meaning));
    }

    private static List<String> arguments(Map<String, String> given) {
        String text = given.getOrDefault("command.args", "");
        if (text.matches("(?s).*[$`*?;&|<>'~\\\\].*")) {
            throw new Refusal("without a shell its arguments mean something else than in a script");
        }
        List<Statement> statements = ScriptReader.read(text);
        Variables none = new Variables(any -> false);
        return statements.stream()
                .flatMap(each -> each.words().stream())
                .map(none::text)
                .toList();
    }

    private static List<String> names(Map<String, String> given) {
        return given.getOrDefault("docker.image.namesAndTags", "")
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Meaning build(Map<String, String> given, DockerCommands commands) {
        if (!given.getOrDefault("dockerfile.source", "PATH").equals("PATH")) {
            throw new Refusal("its Dockerfile is no file of the checkout");
        }
        if (given.getOrDefault("dockerImage.platform", "").equals("windows")) {
            throw new Refusal("it asks for a Windows agent, which a typed step does not do by itself");
        }
        String file = given.getOrDefault("dockerfile.path", "Dockerfile");
        int slash = file.lastIndexOf('/');
        String context = given.getOrDefault("dockerfile.contextDir", "");
        List<String> words = new ArrayList<>(arguments(given));
        names(given).forEach(each -> words.addAll(List.of("--tag", each)));
        boolean usual = file.equals("Dockerfile") && (context.isEmpty() || context.equals("."));
        if (!usual) {
            words.addAll(List.of("--file", file));
        }
        words.add(context.isEmpty() ? (slash < 0 ? "." : file.substring(0, slash)) : context);
        return commands.build("docker build", words, Map.of());
    }

    private static Meaning push(Map<String, String> given) {
        if (!arguments(given).isEmpty()) {
            throw new Refusal("docker push has arguments that an image step has no place for");
        }
        List<String> remarks =
                given.getOrDefault("docker.push.remove.image", "true").equals("true")
                        ? List.of(
                                "the image stays on the agent after the push, for the next build; docker image prune removes it")
                        : List.of();
        return new Meaning.Push(names(given).stream().map(ImageName::of).toList(), remarks);
    }

    private static Meaning other(Map<String, String> given, DockerCommands commands) {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(
                List.of(given.getOrDefault("docker.sub.command", "").strip().split("\\s+")));
        words.addAll(arguments(given));
        return commands.of(words, Map.of());
    }
}
