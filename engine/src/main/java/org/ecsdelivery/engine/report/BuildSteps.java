package org.ecsdelivery.engine.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the steps of a Dockerfile in what the engine's own builder and BuildKit print. */
final class BuildSteps {
    private static final Pattern STEP = Pattern.compile("^Step (\\d+/\\d+) : (.*)$");
    private static final String FROM_THE_CACHE = " ---> Using cache";
    private static final Pattern HEAD = Pattern.compile("^#(\\d+) (\\[(?:[^\\]]+ )?\\d+/\\d+\\] .*)$");
    private static final Pattern CACHED = Pattern.compile("^#(\\d+) CACHED$");
    private static final Pattern DONE = Pattern.compile("^#(\\d+) DONE ([0-9.]+)s$");

    private final Map<String, BuildStep> steps = new LinkedHashMap<>();
    private Optional<String> running = Optional.empty();
    private Instant since = Instant.EPOCH;

    void hear(String line, Instant now) {
        Matcher step = STEP.matcher(line);
        Matcher head = HEAD.matcher(line);
        if (step.matches()) {
            ended(now);
            begun("Step " + step.group(1), step.group(2));
            running = Optional.of("Step " + step.group(1));
            since = now;
        } else if (line.equals(FROM_THE_CACHE)) {
            running.ifPresent(this::cached);
        } else if (head.matches()) {
            begun(head.group(1), head.group(2));
        } else {
            hearBuildKit(line);
        }
    }

    private void hearBuildKit(String line) {
        Matcher cached = CACHED.matcher(line);
        Matcher done = DONE.matcher(line);
        if (cached.matches()) {
            cached(cached.group(1));
        } else if (done.matches()) {
            Duration took = Duration.ofMillis(
                    new BigDecimal(done.group(2)).movePointRight(3).longValue());
            steps.computeIfPresent(done.group(1), (id, step) -> new BuildStep(step.name(), step.cached(), took));
        }
    }

    private void begun(String id, String name) {
        steps.putIfAbsent(id, new BuildStep(name, false, Duration.ZERO));
    }

    private void cached(String id) {
        steps.computeIfPresent(id, (same, step) -> new BuildStep(step.name(), true, step.took()));
    }

    /** The engine's own builder says nothing when a step ends: the next one begins, or the build ends. */
    void ended(Instant now) {
        running.ifPresent(id -> steps.computeIfPresent(
                id, (same, step) -> new BuildStep(step.name(), step.cached(), Duration.between(since, now))));
        running = Optional.empty();
    }

    List<BuildStep> all() {
        return new ArrayList<>(steps.values());
    }
}
