package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;

/** The parameters for what runs before the service is changed. */
public final class MigrationParameters {
    /** The command. */
    public static final Parameter COMMAND = Parameter.lines(
                    "deploy.migrationCommand",
                    "Migration command",
                    "Enter one argument per line, without quotes; no shell reads them. A task of the new revision runs it once in"
                            + " the container whose image changes, before the first service is changed; if it does not end with"
                            + " exit code 0, no service is. Running it again must do no harm.")
            .amongAdvanced();
    /** The time limit. */
    public static final Parameter TIMEOUT = Parameter.number(
                    "deploy.migrationTimeoutMinutes",
                    "Time limit of the migration, minutes",
                    "Enter 1 to 1440. It covers the wait for an earlier migration of the service, the start and the run; the task"
                            + " is stopped when it passes.",
                    30)
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = List.of(COMMAND, TIMEOUT);

    private MigrationParameters() {}

    /** Reads them; problems stay with the reader. */
    static Optional<Migration> read(ParameterReader reader) {
        Optional<List<String>> command = reader.optional(COMMAND, MigrationParameters::arguments);
        Optional<Duration> timeout = reader.optional(TIMEOUT, TextForms::minutes);
        return command.filter(each -> !each.isEmpty())
                .map(each -> new Migration(each, timeout.orElse(TextForms.minutes(TIMEOUT.defaultValue()))));
    }

    private static List<String> arguments(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
