package org.ecsdelivery.agent.tools;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.settings.AgentParameter;

/** A tool that a build may need, and how it tells its version. */
enum Tool {
    FFMPEG(AgentParameter.FFMPEG, "ffmpeg version %s .*", "ffmpeg", "-version"),
    NODE(AgentParameter.NODE, "v%s", "node", "--version"),
    AWS(AgentParameter.AWS, "aws-cli/%s .*", "aws", "--version"),
    BUILDX(AgentParameter.BUILDX, "github\\.com/docker/buildx v?%s.*", "docker", "buildx", "version");

    // a version is shown to people and compared by requirements, so nothing else passes
    private static final String VERSION = "(\\d[0-9A-Za-z.+:~-]{0,63})";

    private final String parameter;
    private final Pattern firstLine;
    private final List<String> command;

    Tool(String parameter, String firstLine, String... command) {
        this.parameter = parameter;
        this.firstLine = Pattern.compile(firstLine.replace("%s", VERSION));
        this.command = List.of(command);
    }

    /** Returns the configuration parameter that its version is shown as. */
    String parameter() {
        return parameter;
    }

    /** Returns the program and its arguments. */
    List<String> command() {
        return command;
    }

    /** Finds the version in what the tool printed; nothing when it is not what this tool prints. */
    Optional<String> version(String output) {
        Matcher matcher =
                firstLine.matcher(output.lines().findFirst().orElse("").strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
