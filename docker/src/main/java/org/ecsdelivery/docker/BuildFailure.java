package org.ecsdelivery.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.docker.buildkit.BuildKitNeed;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Says why an image could not be built, with the step and the engine's words. */
final class BuildFailure {
    private static final String CORRECT =
            "Correct the Dockerfile or the files it copies; the log above shows every step.";

    private BuildFailure() {}

    /** Makes the failure of the engine's own builder. */
    static EngineException of(Path dockerfile, Optional<String> step, String reported) {
        return new EngineException(FailureKind.BUILD_FAILED, fact(dockerfile, step), reported, remedy(dockerfile));
    }

    /** Makes the failure of BuildKit. */
    static EngineException ofBuildKit(Path dockerfile, Optional<String> step, String reported) {
        return new EngineException(FailureKind.BUILD_FAILED, fact(dockerfile, step), reported, CORRECT);
    }

    private static String fact(Path dockerfile, Optional<String> step) {
        return "The image could not be built from " + dockerfile
                + step.map(text -> ", at " + text.replaceFirst(" : ", ": ")).orElse("");
    }

    private static String remedy(Path dockerfile) {
        return needIn(dockerfile)
                .map(need -> "The Dockerfile uses " + need.what()
                        + ", which only BuildKit understands: choose AUTO or BUILDKIT" + " as "
                        + ImageParameters.BUILDER.label() + " (" + ImageParameters.BUILDER.name() + ").")
                .orElse(CORRECT);
    }

    private static Optional<BuildKitNeed> needIn(Path dockerfile) {
        try {
            return BuildKitNeed.in(new String(Files.readAllBytes(dockerfile), StandardCharsets.UTF_8), Set.of());
        } catch (IOException unreadable) {
            // the engine's own words are the failure; this would only have added a hint
            return Optional.empty();
        }
    }
}
