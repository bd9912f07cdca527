package org.ecsdelivery.docker.buildkit;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.docker.buildkit.DockerfileLines.Directive;
import org.ecsdelivery.docker.buildkit.DockerfileLines.Instruction;

/**
 * Why a Dockerfile wants BuildKit.
 *
 * @param what what it uses, with the line
 * @param compelling whether no other builder can do it; a {@code # syntax} line is a comment to the engine's own builder, and
 *     the platform arguments are just empty there
 */
public record BuildKitNeed(String what, boolean compelling) {
    /** The flags that the engine's own builder knows (Docker Engine 20.10, {@code builder/dockerfile}). */
    private static final Map<String, Set<String>> KNOWN =
            Map.of("RUN", Set.of(), "COPY", Set.of("--from", "--chown"), "ADD", Set.of("--chown"));

    private static final Pattern FLAG = Pattern.compile("\\G\\s*(--[a-z-]+)(?:=(?:\"[^\"]*\"|\\S)*)?(?=\\s|$)");
    private static final Pattern HEREDOC = Pattern.compile("(?:^|\\s)\\d*<<-?[\"']?[A-Za-z_]");
    private static final String PLATFORM = "(?:BUILD|TARGET)(?:PLATFORM|OS|ARCH|VARIANT)";
    private static final Pattern PLATFORM_ARGUMENT = Pattern.compile(PLATFORM);
    private static final Pattern PLATFORM_IN_FROM = Pattern.compile("\\$\\{?(" + PLATFORM + ")\\b");

    /**
     * Looks for reasons.
     *
     * @param dockerfile the text
     * @param arguments the names of the build arguments that are given
     * @return the first compelling reason, else the first one
     */
    public static Optional<BuildKitNeed> in(String dockerfile, Set<String> arguments) {
        DockerfileLines lines = DockerfileLines.of(dockerfile);
        Optional<BuildKitNeed> wish =
                Optional.ofNullable(lines.directives().get("syntax")).map(BuildKitNeed::syntax);
        for (Instruction instruction : lines.instructions()) {
            Optional<BuildKitNeed> need = of(instruction, arguments);
            if (need.filter(BuildKitNeed::compelling).isPresent()) {
                return need;
            }
            wish = wish.or(() -> need);
        }
        return wish;
    }

    private static BuildKitNeed syntax(Directive syntax) {
        return new BuildKitNeed("# syntax=" + syntax.value() + " (line " + syntax.line() + ")", false);
    }

    private static Optional<BuildKitNeed> of(Instruction instruction, Set<String> arguments) {
        return switch (instruction.word()) {
            case "RUN", "COPY", "ADD" -> flagOrHeredoc(instruction).map(what -> at(instruction, what, true));
            case "FROM" -> platformIn(instruction.rest(), arguments).map(what -> at(instruction, what, true));
            case "ARG" ->
                Optional.of(instruction.rest().strip())
                        .filter(name -> PLATFORM_ARGUMENT.matcher(name).matches() && !arguments.contains(name))
                        .map(name -> at(instruction, name, false));
            default -> Optional.empty();
        };
    }

    private static BuildKitNeed at(Instruction instruction, String what, boolean compelling) {
        return new BuildKitNeed(instruction.word() + " " + what + " (line " + instruction.line() + ")", compelling);
    }

    private static Optional<String> flagOrHeredoc(Instruction instruction) {
        Matcher flag = FLAG.matcher(instruction.rest());
        int rest = 0;
        while (flag.find()) {
            if (!KNOWN.getOrDefault(instruction.word(), Set.of()).contains(flag.group(1))) {
                return Optional.of(flag.group(1));
            }
            rest = flag.end();
        }
        String words = instruction.rest().substring(rest).strip();
        return !words.startsWith("[") && HEREDOC.matcher(words).find() ? Optional.of("<<") : Optional.empty();
    }

    /** {@code FROM --platform=$BUILDPLATFORM} is no platform where the variable is empty. */
    private static Optional<String> platformIn(String from, Set<String> arguments) {
        Matcher platform = PLATFORM_IN_FROM.matcher(from);
        return platform.find() && !arguments.contains(platform.group(1))
                ? Optional.of("$" + platform.group(1))
                : Optional.empty();
    }
}
