package org.ecsdelivery.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.EnvFileHistory;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings.Sources;
import org.ecsdelivery.engine.envfile.EnvOrigin;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.ecsdelivery.engine.envfile.SecretNames;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** The variables of an env file that the build itself brings: its parameters, and the values of the settings. */
final class EnvFileSources {
    /** What our own server half hands over is no variable of anybody. */
    private static final Set<String> OURS = Set.of(EnvFileHistory.KEY, EnvFileHistory.PREVIOUS);

    private final Masking masking;

    EnvFileSources(Masking masking) {
        this.masking = masking;
    }

    /**
     * Returns the variables that build parameters give, a parameter that is named after those that are found by their prefix.
     *
     * @param parameters all parameters of the build, by their full names
     */
    List<EnvVariable> ofParameters(Sources sources, Map<String, String> parameters) {
        List<EnvVariable> variables = new ArrayList<>();
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (name.startsWith(sources.prefix()) && !OURS.contains(name)) {
                String variable = name.substring(sources.prefix().length());
                variables.add(variable(variable, value, EnvOrigin.parameter(name)));
            }
        });
        sources.parameters().forEach((variable, name) -> {
            if (parameters.containsKey(name)) {
                variables.add(variable(variable, parameters.get(name), EnvOrigin.parameter(name)));
            }
        });
        return variables;
    }

    /** Refuses named parameters that the build has not; it names all of them. */
    void requireNamed(Sources sources, Map<String, String> parameters) {
        String missing = sources.parameters().values().stream()
                .filter(name -> !parameters.containsKey(name))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new EngineException(
                    FailureKind.ENV_FILE_INCOMPLETE,
                    EnvFileParameters.PARAMETERS.label() + " (" + EnvFileParameters.PARAMETERS.name()
                            + ") names build parameters that the build has not: " + missing,
                    "",
                    "Add them, or correct their names: an environment variable's begins with env., a system property's"
                            + " with system.");
        }
    }

    /** Returns the variables that the settings give. */
    List<EnvVariable> ofValues(Sources sources) {
        List<EnvVariable> variables = new ArrayList<>();
        sources.values().forEach((name, value) -> variables.add(variable(name, value, EnvOrigin.value())));
        return variables;
    }

    private EnvVariable variable(String name, String value, EnvOrigin origin) {
        return new EnvVariable(name, value, origin, isPassword(value) || SecretNames.looksSecret(name));
    }

    private boolean isPassword(String value) {
        return !masking.masked(value).equals(value);
    }
}
