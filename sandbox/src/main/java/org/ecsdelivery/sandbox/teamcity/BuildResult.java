package org.ecsdelivery.sandbox.teamcity;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.BuildProblemData;

/**
 * A finished build.
 *
 * @param statusText the line TeamCity shows beside the build
 * @param parameters all parameters at the end, with prefixes, passwords masked
 * @param artifacts paths below {@code artifactsDirectory}
 */
public record BuildResult(
        Outcome outcome,
        String number,
        String statusText,
        List<BuildProblemData> problems,
        List<StepResult> steps,
        Map<String, BigDecimal> statistics,
        Map<String, String> parameters,
        Path artifactsDirectory,
        List<String> artifacts,
        List<LogLine> log,
        Duration duration) {

    /** Keeps copies of the collections. */
    public BuildResult {
        problems = List.copyOf(problems);
        steps = List.copyOf(steps);
        statistics = Map.copyOf(statistics);
        parameters = Map.copyOf(parameters);
        artifacts = List.copyOf(artifacts);
        log = List.copyOf(log);
    }

    /** Tells whether the build is green. */
    public boolean succeeded() {
        return outcome == Outcome.SUCCESS;
    }

    /** Returns the texts of the build log, one for each line. */
    public List<String> texts() {
        return log.stream().map(LogLine::text).toList();
    }

    /** How a build can end; a build no agent can run stays in TeamCity's queue. */
    public enum Outcome {
        SUCCESS,
        FAILURE,
        CANCELED,
        NO_COMPATIBLE_AGENT
    }
}
