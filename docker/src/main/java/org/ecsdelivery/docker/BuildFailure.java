package org.ecsdelivery.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Says why an image could not be built, with the step and the engine's words. */
final class BuildFailure {
    /** What only BuildKit understands (Dockerfile reference: --mount, --link, --chmod, heredocs, the syntax directive). */
    private static final Pattern BUILDKIT = Pattern.compile(
            "(?im)^\\s*(?:(?:RUN|COPY|ADD)\\b.*?(--(?:mount|network|security|link|chmod|parents|exclude|checksum)\\b"
                    + "|(?<=\\s)<<-?[\"']?\\w+)|#\\s*(syntax)\\s*=)");

    private BuildFailure() {}

    static EngineException of(Path dockerfile, Optional<String> step, String reported) {
        String fact = "The image could not be built from " + dockerfile
                + step.map(text -> ", at " + text.replaceFirst(" : ", ": ")).orElse("");
        return new EngineException(FailureKind.BUILD_FAILED, fact, reported, remedy(dockerfile));
    }

    private static String remedy(Path dockerfile) {
        return buildKitIn(dockerfile)
                .map(found -> "The Dockerfile uses '" + found
                        + "', which only BuildKit understands; this step does not support BuildKit yet. Write that line"
                        + " without it.")
                .orElse("Correct the Dockerfile or the files it copies; the log above shows every step.");
    }

    private static Optional<String> buildKitIn(Path dockerfile) {
        try {
            Matcher matcher = BUILDKIT.matcher(new String(Files.readAllBytes(dockerfile), StandardCharsets.UTF_8));
            if (!matcher.find()) {
                return Optional.empty();
            }
            return Optional.of(matcher.group(1) == null ? "# syntax=" : matcher.group(1));
        } catch (IOException unreadable) {
            // the engine's own words are the failure; this would only have added a hint
            return Optional.empty();
        }
    }
}
