package org.ecsdelivery.server.health;

import java.util.Map;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.healthStatus.ItemSeverity;
import org.ecsdelivery.common.parameter.Parameter;

/** A step that may take longer than TeamCity lets the build run. */
final class OverlongStep implements RiskRule {
    private final Parameter timeout;

    OverlongStep(Parameter timeout) {
        this.timeout = timeout;
    }

    @Override
    public Stream<Risk> in(Map<String, String> settings, Surroundings around) {
        int limit = around.limitMinutes();
        int minutes = minutes(around.resolve()
                .apply(settings.getOrDefault(timeout.name(), ""))
                .strip());
        return limit > 0 && minutes > limit ? Stream.of(risk(minutes, limit)) : Stream.empty();
    }

    private Risk risk(int minutes, int limit) {
        return new Risk(
                ItemSeverity.WARN,
                timeout,
                "may take " + minutes + " minutes, but TeamCity stops the build after " + limit,
                "The step is stopped in the middle of its work before its own time limit, and cannot say what it waited"
                        + " for.",
                "Lower the time limit of the step, or raise the one in the failure conditions of the build configuration.");
    }

    /** Returns 0 where only the build knows. */
    private int minutes(String given) {
        String text = given.isEmpty() ? timeout.defaultValue() : given;
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
