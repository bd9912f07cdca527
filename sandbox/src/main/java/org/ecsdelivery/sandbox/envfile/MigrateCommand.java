package org.ecsdelivery.sandbox.envfile;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecsdelivery.common.settings.EnvFileDialect;

/** Reads committed env files and proposes what takes their place. */
final class MigrateCommand {
    private final Map<String, String> environments = new LinkedHashMap<>();
    private EnvFileDialect dialect = EnvFileDialect.DOTENV;
    private Optional<Path> out = Optional.empty();

    private MigrateCommand() {}

    /**
     * Returns what is printed.
     *
     * @throws IllegalArgumentException when the arguments or the files are not in order, or a file would be overwritten
     */
    static String run(List<String> arguments) throws IOException {
        MigrateCommand command = new MigrateCommand();
        for (int at = 0; at < arguments.size(); at += 2) {
            if (at + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(at) + " needs a value; see env-file --help");
            }
            command.option(arguments.get(at), arguments.get(at + 1));
        }
        if (command.environments.isEmpty()) {
            throw new IllegalArgumentException(
                    "--env is missing; it takes an environment and its file: --env prod=.env.prod");
        }
        return command.propose();
    }

    private void option(String option, String value) {
        switch (option) {
            case "--env" -> {
                int equals = value.indexOf('=');
                if (equals < 1 || equals == value.length() - 1) {
                    throw new IllegalArgumentException("--env takes an environment and its file: --env prod=.env.prod");
                }
                if (environments.put(value.substring(0, equals), value.substring(equals + 1)) != null) {
                    throw new IllegalArgumentException("--env names " + value.substring(0, equals) + " twice");
                }
            }
            case "--dialect" -> dialect = EnvFileDialect.of(value);
            case "--out" -> out = Optional.of(Path.of(value));
            default ->
                throw new IllegalArgumentException("there is no option " + option + " of migrate; see env-file --help");
        }
    }

    private String propose() throws IOException {
        List<CommittedFile> files = new ArrayList<>();
        boolean raw = dialect == EnvFileDialect.DOCKER || dialect == EnvFileDialect.ECS;
        for (Map.Entry<String, String> each : environments.entrySet()) {
            files.add(CommittedFile.parse(each.getKey(), each.getValue(), read(each.getValue()), raw));
        }
        Map<String, String> proposed = new TreeMap<>(new MigrationProposal(files, dialect).files());
        if (out.isPresent()) {
            return written(out.orElseThrow(), proposed);
        }
        StringBuilder text = new StringBuilder();
        proposed.forEach((name, content) ->
                text.append("==== ").append(name).append('\n').append(content).append('\n'));
        return text.toString();
    }

    private static String written(Path directory, Map<String, String> proposed) throws IOException {
        for (String name : proposed.keySet()) {
            if (Files.exists(directory.resolve(name))) {
                throw new IllegalArgumentException(directory.resolve(name) + " is there already; choose another --out");
            }
        }
        Files.createDirectories(directory);
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> each : proposed.entrySet()) {
            Path file = directory.resolve(each.getKey());
            Files.writeString(file, each.getValue(), StandardOpenOption.CREATE_NEW);
            text.append(file).append('\n');
        }
        return text.toString();
    }

    private static String read(String path) throws IOException {
        try {
            String text = Files.readString(Path.of(path));
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + path, e);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(path + " is not UTF-8 text", e);
        }
    }
}
