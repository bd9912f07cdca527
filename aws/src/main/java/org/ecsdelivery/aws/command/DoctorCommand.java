package org.ecsdelivery.aws.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.AwsClients;
import org.ecsdelivery.engine.doctor.Checkup;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.report.PipelineReport;

/** Checks pipelines from a command line, as the step does. */
public final class DoctorCommand {
    /** Nothing was found that the command shall fail of. */
    public static final int IN_ORDER = 0;
    /** Something was found. */
    public static final int NOT_IN_ORDER = 1;
    /** The arguments are wrong. */
    public static final int MISUSED = 2;
    /** AWS could not be asked, or a report not be written. */
    public static final int NOT_CHECKED = 3;

    private static final String USAGE = """
            usage: doctor --cluster NAME --services NAME,NAME [options]
            Checks what ECS services are deployed to, and changes nothing. Credentials come from where AWS's own tools find them.
            Exit code 0: in order; 1: something was found (--failOn); 2: wrong arguments; 3: AWS could not be asked.
            """;

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream errors;

    /** Makes the command for a machine. */
    public DoctorCommand(Map<String, String> environment, InstantSource clock, PrintStream out, PrintStream errors) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.errors = errors;
    }

    /** Runs it and returns its exit code. */
    public int run(List<String> arguments) {
        if (arguments.isEmpty() || List.of("--help", "-h", "help").contains(arguments.get(0))) {
            out.println(USAGE + DoctorOptions.options()
                    + "\n  --json FILE, --html FILE\n      Where the findings are written, too.");
            return arguments.isEmpty() ? MISUSED : IN_ORDER;
        }
        try {
            return check(DoctorOptions.parse(arguments));
        } catch (IllegalArgumentException misused) {
            errors.println("doctor: " + misused.getMessage() + "\nSee doctor --help.");
            return MISUSED;
        } catch (EngineException failure) {
            errors.println("doctor: " + failure.getMessage());
            return NOT_CHECKED;
        } catch (IOException unwritten) {
            errors.println("doctor: The findings could not be written: " + unwritten);
            return NOT_CHECKED;
        }
    }

    private int check(DoctorOptions options) throws IOException {
        try (AwsClients clients = AwsClients.open(options.settings().access(), environment, clock)) {
            out.println("AWS Region " + clients.region() + ", credentials from " + clients.credentialsOrigin());
            Checkup checkup = Checkup.of(options.settings(), clients.pipelines());
            checkup.lines().forEach(line -> out.println(line.text()));
            write(options.json(), PipelineReport.json(checkup));
            write(options.html(), PipelineReport.html(checkup));
            return checkup.problem().isEmpty() ? IN_ORDER : NOT_IN_ORDER;
        }
    }

    private static void write(Optional<Path> file, String text) throws IOException {
        if (file.isPresent()) {
            Files.writeString(file.get(), text);
        }
    }
}
