package org.ecsdelivery.agent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jetbrains.buildServer.agent.Constants;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Takes settings out of what was read of the runner's parameters. */
final class StepSettings {
    private StepSettings() {}

    /** Masks every secret parameter, also of settings that are not in order. */
    static void mask(Map<String, String> parameters, Masking masking) {
        parameters.forEach((name, value) -> {
            if (name.startsWith(Constants.SECURE_PROPERTY_PREFIX)) {
                masking.add(Secret.of(value));
            }
        });
    }

    /**
     * Returns the settings.
     *
     * @throws EngineException when any parameter is not in order, telling of all of them at once
     */
    static <S> S required(Parsed<S> parsed) {
        if (parsed instanceof Parsed.Valid<S> valid) {
            return valid.settings();
        }
        List<String> problems = parsed.invalidParameters().stream()
                .map(InvalidParameter::sentence)
                .toList();
        String fact = problems.size() == 1
                ? "A parameter of the step is not in order"
                : problems.size() + " parameters of the step are not in order";
        throw new EngineException(
                FailureKind.INVALID_PARAMETERS,
                fact,
                problems.stream().collect(Collectors.joining("\n", "\n", "")),
                "");
    }
}
