package org.ecsdelivery.docker.buildkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.docker.buildkit.DockerCli.Way;

/**
 * What a look along the whole PATH brought: one machine may have several docker commands, and not the first one reaches
 * BuildKit.
 *
 * @param usable the command to use: the first one with the plugin, else the first one that has a client built in
 * @param unusable what else was found, and what is wrong with it
 */
public record CliSearch(Optional<DockerCli> usable, List<String> unusable) {
    private static final Pattern PLUGIN = Pattern.compile("(?m)^github\\.com/docker/buildx v?(\\S+)");
    private static final Pattern VERSION = Pattern.compile("(?m)^Docker version ((\\d+)\\.(\\d+)[^,\\s]*)");
    private static final String NAME = File.separatorChar == '\\' ? "docker.exe" : "docker";

    static CliSearch on(Map<String, String> given, Path directory, Map<String, String> environment) {
        List<DockerCli> usable = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        for (Path command : commands(given)) {
            try {
                Optional<DockerCli> cli = probed(command, directory, environment);
                cli.ifPresentOrElse(
                        usable::add,
                        () -> unusable.add(command + " has neither the plugin buildx nor a client of its own"));
            } catch (IOException broken) {
                unusable.add(command + " does not run: " + broken.getMessage());
            }
        }
        Optional<DockerCli> plugin =
                usable.stream().filter(cli -> cli.way() == Way.BUILDX).findFirst();
        return new CliSearch(plugin.or(() -> usable.stream().findFirst()), List.copyOf(unusable));
    }

    /** One command under several names counts once. */
    private static List<Path> commands(Map<String, String> given) {
        String path = given.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        Map<Path, Path> commands = new LinkedHashMap<>();
        for (String directory : path.split(Pattern.quote(File.pathSeparator))) {
            File file = new File(directory, NAME);
            if (file.isAbsolute() && file.isFile() && file.canExecute()) {
                commands.putIfAbsent(real(file.toPath()), file.toPath());
            }
        }
        return List.copyOf(commands.values());
    }

    private static Path real(Path command) {
        try {
            return command.toRealPath();
        } catch (IOException gone) {
            return command;
        }
    }

    private static Optional<DockerCli> probed(Path command, Path directory, Map<String, String> environment)
            throws IOException {
        Matcher plugin = PLUGIN.matcher(said(List.of(command.toString(), "buildx", "version"), directory, environment));
        if (plugin.find()) {
            return Optional.of(new DockerCli(command, Way.BUILDX, plugin.group(1)));
        }
        Matcher version = VERSION.matcher(said(List.of(command.toString(), "--version"), directory, environment));
        return version.find() && hasClient(Integer.parseInt(version.group(2)), Integer.parseInt(version.group(3)))
                ? Optional.of(new DockerCli(command, Way.BUILT_IN, version.group(1)))
                : Optional.empty();
    }

    /** BuildKit came with 18.09; 23.0 left its client to the plugin (Docker Engine release notes). */
    private static boolean hasClient(int major, int minor) {
        return major < 23 && (major > 18 || major == 18 && minor >= 9);
    }

    private static String said(List<String> command, Path directory, Map<String, String> environment)
            throws IOException {
        StringBuilder text = new StringBuilder();
        CliProcess.run(
                command, directory, environment, line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Returns what is wrong with everything that was found. */
    public String problem() {
        return unusable.isEmpty() ? "there is no docker command on the PATH" : String.join("; ", unusable);
    }
}
