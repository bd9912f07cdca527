package org.ecsdelivery.dsl.classic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.value.ImageReference;

/** What docker is told to do. */
final class DockerCommands {
    private static final List<String> BUILD = List.of(
            "--tag -t:1",
            "--file -f:1",
            "--build-arg:1",
            "--target:1",
            "--label:1",
            "--pull:0",
            "--no-cache:0",
            "--secret:1",
            "--platform:1",
            "--network:1",
            "--ssh:1",
            "--quiet -q:0",
            "--progress:1",
            "--rm:0",
            "--force-rm:0",
            "--cache-from:1",
            "--push:0",
            "--load:0");
    private static final Set<String> HARMLESS = Set.of("version", "info", "images", "ps", "-v", "--version");
    /** What needs no login. */
    private static final Set<String> LOCAL = Set.of(
            "rmi",
            "tag",
            "logout",
            "image",
            "system",
            "container",
            "volume",
            "network",
            "rm",
            "stop",
            "kill",
            "logs",
            "inspect",
            "save",
            "builder",
            "context");

    private final Variables variables;

    DockerCommands(Variables variables) {
        this.variables = variables;
    }

    Meaning of(List<String> words, Map<String, String> environment) {
        if (words.size() < 2) {
            return new Meaning.Foreign();
        }
        String first = words.get(1);
        String second = words.size() > 2 ? words.get(2) : "";
        List<String> rest = words.subList(2, words.size());
        List<String> behind = words.subList(Math.min(3, words.size()), words.size());
        if (HARMLESS.contains(first) && environment.isEmpty()) {
            return new Meaning.Nothing();
        }
        if (first.equals("build") || first.equals("image") && second.equals("build")) {
            return build("docker build", first.equals("build") ? rest : behind, environment);
        }
        if (first.equals("buildx") && second.equals("build")) {
            return build("docker buildx build", behind, environment);
        }
        if (first.equals("push") || first.equals("image") && second.equals("push")) {
            return push(first.equals("push") ? rest : behind);
        }
        if (first.equals("tag") || first.equals("image") && second.equals("tag")) {
            return alias(first.equals("tag") ? rest : behind);
        }
        if (first.equals("login")) {
            return login(rest);
        }
        if (LOCAL.contains(first)) {
            return new Meaning.Foreign();
        }
        return new Meaning.Kept("no typed step does what docker " + plain(first) + " does");
    }

    private static String plain(String word) {
        return word.matches("[a-z-]+") ? word : "";
    }

    /** Tells whether a command of docker can go without a login. */
    static boolean needsNoLogin(String source) {
        String[] words = source.strip().split("\\s+");
        return words.length > 1
                && words[0].equals("docker")
                && (LOCAL.contains(words[1]) || HARMLESS.contains(words[1]));
    }

    Meaning.Build build(String command, List<String> words, Map<String, String> environment) {
        CommandWords options = CommandWords.of(command, words, BUILD);
        options.expect(1, "one build context");
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        context(options.positional().get(0), parameters);
        options.value("--file").ifPresent(file -> parameters.put("image.dockerfile", file(file)));
        lines(options.values("--build-arg").stream().map(this::argument).toList(), "image.buildArgs", parameters);
        options.value("--target").ifPresent(target -> parameters.put("image.target", target));
        lines(options.values("--label").stream().map(DockerCommands::label).toList(), "image.labels", parameters);
        flag(options, "--pull", "image.pull", parameters);
        flag(options, "--no-cache", "image.noCache", parameters);
        lines(options.values("--secret").stream().map(DockerCommands::secret).toList(), "image.secrets", parameters);
        new DockerBuildOptions(options).into(parameters);
        builder(command, options, environment, parameters);
        caches(options.values("--cache-from"), parameters, remarks);
        boolean pushed = options.has("--push");
        if (pushed && !command.contains("buildx")) {
            throw new Refusal("docker build has the option --push, which is one of docker buildx build");
        }
        parameters.put("image.createRepository", "false");
        List<ImageName> names =
                options.values("--tag").stream().map(ImageName::of).toList();
        if (names.isEmpty()) {
            throw new Refusal(command + " gives the image no name");
        }
        return new Meaning.Build(names, parameters, pushed, remarks);
    }

    /** A name without a host would be one of Docker Hub, which the step takes for one of the account's registry. */
    private static void caches(List<String> caches, Map<String, String> parameters, List<String> remarks) {
        lines(caches.stream().filter(DockerCommands::isHosted).toList(), "image.cacheFrom", parameters);
        caches.stream()
                .filter(cache -> !isHosted(cache))
                .forEach(cache ->
                        remarks.add("--cache-from " + cache + " is left out: it names no registry with a tag"));
    }

    private static boolean isHosted(String cache) {
        try {
            ImageReference image = ImageReference.parse(cache);
            return image.host().isPresent()
                    && image.tag().isPresent()
                    && image.digest().isEmpty();
        } catch (IllegalArgumentException otherForm) {
            return false;
        }
    }

    private static void context(String context, Map<String, String> parameters) {
        if (context.equals("-") || context.contains("://") || context.startsWith("git@") || context.startsWith("/")) {
            throw new Refusal("the build context is no directory of the checkout");
        }
        if (context.startsWith("..")) {
            throw new Refusal("the build context lies above the working directory");
        }
        String directory = context.equals("./") ? "." : context;
        if (!directory.equals(".")) {
            parameters.put("image.context", directory);
        }
    }

    private static String file(String file) {
        if (file.equals("-") || file.startsWith("/") || file.startsWith("..")) {
            throw new Refusal("the Dockerfile is no file of the checkout");
        }
        return file;
    }

    /** An argument without a value takes it from the environment. */
    private String argument(String text) {
        if (text.indexOf('=') > 0) {
            return oneLine(text, "a build argument");
        }
        return text + "=" + variables.named(text);
    }

    private static String label(String text) {
        return oneLine(text.indexOf('=') > 0 ? text : text + "=", "a label");
    }

    private static String oneLine(String text, String what) {
        if (text.indexOf('\n') >= 0) {
            throw new Refusal(what + " has several lines");
        }
        return text;
    }

    private static String secret(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            parts.put(equals < 0 ? part : part.substring(0, equals), equals < 0 ? "" : part.substring(equals + 1));
        }
        String source = Optional.ofNullable(parts.get("src")).orElse(parts.getOrDefault("source", ""));
        String id = parts.getOrDefault("id", "");
        parts.keySet().removeAll(Set.of("id", "src", "source"));
        if (id.isEmpty() || source.isEmpty() || !parts.isEmpty()) {
            throw new Refusal("a --secret is not of the form id=...,src=...");
        }
        return id + "=" + source;
    }

    private static void builder(
            String command, CommandWords options, Map<String, String> environment, Map<String, String> parameters) {
        String switched = environment.getOrDefault("DOCKER_BUILDKIT", "");
        if (command.contains("buildx") || switched.equals("1")) {
            parameters.put("image.builder", "BUILDKIT");
        } else if (switched.equals("0")) {
            parameters.put("image.builder", "ENGINE");
        } else if (!switched.isEmpty()) {
            throw new Refusal("DOCKER_BUILDKIT is neither 0 nor 1");
        }
        if (options.has("--secret") && switched.equals("0")) {
            throw new Refusal("--secret does nothing without BuildKit");
        }
    }

    private static void lines(List<String> lines, String name, Map<String, String> parameters) {
        if (!lines.isEmpty()) {
            parameters.put(name, String.join("\n", lines));
        }
    }

    private static void flag(CommandWords options, String option, String name, Map<String, String> parameters) {
        if (options.has(option)) {
            parameters.put(name, "true");
        }
    }

    private static Meaning push(List<String> words) {
        CommandWords options = CommandWords.of("docker push", words, List.of("--quiet -q:0"));
        options.expect(1, "one image");
        return new Meaning.Push(List.of(ImageName.of(options.positional().get(0))), List.of());
    }

    private static Meaning alias(List<String> words) {
        CommandWords options = CommandWords.of("docker tag", words, List.of());
        options.expect(2, "two images");
        return new Meaning.Alias(
                ImageName.of(options.positional().get(0)),
                ImageName.of(options.positional().get(1)));
    }

    private static Meaning login(List<String> words) {
        CommandWords options = CommandWords.of(
                "docker login", words, List.of("--username -u:1", "--password -p:1", "--password-stdin:0"));
        boolean ecr = options.positional().size() == 1
                && ImageName.isEcr(options.positional().get(0).replaceFirst("https?://", ""))
                && options.value("--username").equals(Optional.of("AWS"));
        return new Meaning.Login(ecr, "", "");
    }
}
