package org.ecsdelivery.docker.buildkit;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.engine.image.built.CacheNote;
import org.jspecify.annotations.Nullable;

/** What BuildKit's plain progress prints: numbered steps, at the end what went wrong. */
final class BuildKitOutput implements Consumer<String> {
    /** The clients of 18.09 to 22 print one below the head of each step; it says nothing to anybody. */
    private static final Pattern DIGEST = Pattern.compile("^#\\d+ sha256:[0-9a-f]{64}$");

    private static final Pattern HEAD = Pattern.compile("^#(\\d+) (\\[.+)$");
    private static final Pattern FAILED = Pattern.compile("^#(\\d+) ERROR: (.*)$");
    private static final String ERROR = "ERROR: ";

    private static final Pattern CONTEXT = Pattern.compile("^#\\d+ transferring context: ([0-9.]+)([kMG]?)B.*$");

    private final Consumer<String> output;
    private final CacheLines caches;
    private final Map<String, String> steps = new HashMap<>();
    private @Nullable String failedStep;
    private @Nullable String stepError;
    private @Nullable String error;
    private String last = "";
    private long contextBytes;

    BuildKitOutput(BuildCache cache, Consumer<String> output) {
        this.caches = new CacheLines(cache);
        this.output = output;
    }

    @Override
    public void accept(String line) {
        String text = line.stripTrailing();
        if (text.isEmpty() || DIGEST.matcher(text).matches()) {
            return;
        }
        hear(text);
        output.accept(text);
    }

    private void hear(String text) {
        Matcher head = HEAD.matcher(text);
        if (head.matches()) {
            steps.putIfAbsent(head.group(1), head.group(2));
        }
        Matcher failed = FAILED.matcher(text);
        if (!caches.hear(text) && failed.matches()) {
            failedStep = steps.get(failed.group(1));
            stepError = failed.group(2);
        }
        Matcher context = CONTEXT.matcher(text);
        if (context.matches()) {
            contextBytes = Math.max(contextBytes, bytes(context.group(1), context.group(2)));
        }
        if (text.startsWith(ERROR)) {
            error = text.substring(ERROR.length());
        }
        if (!text.startsWith("#") && !text.startsWith("--") && !text.startsWith(" ")) {
            last = text;
        }
    }

    private static long bytes(String number, String unit) {
        int thousands = "kMG".indexOf(unit) + (unit.isEmpty() ? 0 : 1);
        return new BigDecimal(number).scaleByPowerOfTen(3 * thousands).longValue();
    }

    /** Returns how much of the context went to the engine, rounded as BuildKit tells it; files that it has already do not go. */
    long contextBytes() {
        return contextBytes;
    }

    /** Returns what went otherwise with caches in registries. */
    List<CacheNote> caches() {
        return caches.notes();
    }

    /** Returns the step that failed, as its head says. */
    Optional<String> failedStep() {
        return Optional.ofNullable(failedStep);
    }

    /** Returns why the build failed, in BuildKit's words. */
    String error(int exitCode) {
        return Optional.ofNullable(error)
                .or(() -> Optional.of(last).filter(text -> !text.isEmpty()))
                .or(() -> Optional.ofNullable(stepError))
                .orElse("the docker command ended with exit code " + exitCode + " and said nothing");
    }
}
