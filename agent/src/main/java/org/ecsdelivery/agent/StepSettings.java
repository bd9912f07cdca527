package org.ecsdelivery.agent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.agent.Constants;
import org.ecsdelivery.common.parameter.InvalidParameter;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Takes settings out of what was read of the runner's parameters. */
final class StepSettings {
    private static final Pattern REFERENCE = Pattern.compile("%([^%]+)%");

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
     * Returns the parameters of the step, and for those that it does not give what their default refers to. The settings page
     * writes such a default into the step, where TeamCity resolves it; a step made by hand or by a DSL may leave it out.
     */
    static Map<String, String> given(List<Parameter> table, BuildRunnerContext context) {
        Map<String, String> given = new HashMap<>(context.getRunnerParameters());
        for (Parameter parameter : table) {
            Matcher reference = REFERENCE.matcher(parameter.defaultValue());
            if (given.getOrDefault(parameter.name(), "").isBlank() && reference.matches()) {
                given.put(parameter.name(), context.getConfigParameters().getOrDefault(reference.group(1), ""));
            }
        }
        return given;
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
                FailureKind.INVALID_PARAMETERS, fact, problems.stream().collect(Collectors.joining("\n")), "");
    }
}
