package org.ecsdelivery.sandbox.envfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.engine.envfile.EnvFileRefused;
import org.ecsdelivery.engine.envfile.EnvFileText;
import org.ecsdelivery.engine.envfile.EnvMerge;
import org.ecsdelivery.engine.envfile.EnvProblem;
import org.ecsdelivery.engine.envfile.EnvTemplate;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.ecsdelivery.engine.failure.EngineException;

/**
 * Prints the env file that the build feature would write for given values, byte for byte. Exits with 0 when it did, 1 when the
 * arguments or the files given are not in order, 2 when the file cannot be made: then the variables and reasons are on standard
 * error and nothing on standard output.
 */
public final class EnvFileCommand {
    private static final int DONE = 0;
    private static final int NOT_IN_ORDER = 1;
    private static final int REFUSED = 2;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream errors;

    /** Makes the command for these streams. */
    public EnvFileCommand(InputStream in, OutputStream out, PrintStream errors) {
        this.in = in;
        this.out = out;
        this.errors = errors;
    }

    /** Runs the command and returns its exit code. */
    public int run(List<String> arguments) {
        try {
            return act(arguments);
        } catch (EnvFileRefused refused) {
            errors.println("env-file: " + refused.fact() + ":");
            refused.problems().stream().map(EnvProblem::line).forEach(errors::println);
            return REFUSED;
        } catch (EngineException | IllegalArgumentException e) {
            errors.println("env-file: " + e.getMessage());
            return NOT_IN_ORDER;
        } catch (IOException e) {
            errors.println("env-file: " + e);
            return NOT_IN_ORDER;
        }
    }

    private int act(List<String> arguments) throws IOException {
        if (!arguments.isEmpty() && arguments.get(0).equals("migrate") && !arguments.contains("--help")) {
            print(MigrateCommand.run(arguments.subList(1, arguments.size())));
            return DONE;
        }
        EnvFileOptions options = EnvFileOptions.parse(arguments);
        switch (options.wanted()) {
            case HELP -> print(EnvFileOptions.USAGE + "\n");
            case DIALECTS -> print(String.join("\n", EnvFileDialect.words()) + "\n");
            case FILE -> {
                out.write(file(options));
                out.flush();
            }
        }
        return DONE;
    }

    private byte[] file(EnvFileOptions options) {
        List<EnvVariable> given =
                options.from().map(from -> FlatJson.variables(from, read(from))).orElse(List.of());
        Optional<EnvTemplate> template = options.template().map(path -> EnvTemplate.parse(path, read(path)));
        EnvFileDialect dialect = options.dialect();
        if (template.isEmpty()) {
            return EnvFileText.of(dialect, given);
        }
        List<EnvVariable> merged = EnvMerge.of(given, template, List.of()).variables();
        return EnvFileText.of(dialect, merged, template.orElseThrow());
    }

    private byte[] read(String path) {
        try {
            return path.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(path));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no file " + path, e);
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
