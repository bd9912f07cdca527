package org.ecsdelivery.engine.envfile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * The variables of an env file as a container takes them.
 *
 * @param plain those whose values stand in the task definition, or in the call that starts the task
 * @param references those that ECS reads elsewhere when a task starts, each with that place
 */
public record ContainerVariables(Map<String, String> plain, Map<String, String> references) {
    /** Copies the maps; their order stays. */
    public ContainerVariables {
        plain = Collections.unmodifiableMap(new LinkedHashMap<>(plain));
        references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
    }

    /** Returns them with every value in plain. */
    public static ContainerVariables inPlain(List<EnvVariable> variables) {
        Map<String, String> plain = new LinkedHashMap<>();
        variables.forEach(each -> plain.put(each.name(), each.value()));
        return new ContainerVariables(plain, Map.of());
    }

    /**
     * Returns them by reference where they come from AWS, and in plain where they do not.
     *
     * @param path the file, for the message
     * @param remedy what to do about a secret that lies in the build only
     * @throws EnvFileRefused when there is such a secret; it names all of them
     */
    public static ContainerVariables byReference(String path, List<EnvVariable> variables, String remedy) {
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, String> references = new LinkedHashMap<>();
        List<EnvVariable> refused = new ArrayList<>();
        for (EnvVariable each : variables) {
            Optional<String> place = each.origin().valueFrom();
            if (place.isPresent()) {
                references.put(each.name(), place.get());
            } else if (each.secret()) {
                refused.add(each);
            } else {
                plain.put(each.name(), each.value());
            }
        }
        require(
                refused,
                "of env file " + path + " cannot be handed over by reference",
                "there is no place where ECS could" + " read it",
                remedy);
        return new ContainerVariables(plain, references);
    }

    /**
     * Returns them in plain for a call that cannot hold references.
     *
     * @param path the file, for the message
     * @param remedy what to do about a secret
     * @throws EnvFileRefused when there is one; it names all of them
     */
    public static ContainerVariables withoutSecrets(String path, List<EnvVariable> variables, String remedy) {
        require(
                variables.stream().filter(EnvVariable::secret).toList(),
                "of env file " + path + " cannot be handed to the task",
                "ECS would show the value to whoever may describe the task",
                remedy);
        return inPlain(variables);
    }

    private static void require(List<EnvVariable> refused, String what, String why, String remedy) {
        if (!refused.isEmpty()) {
            throw new EnvFileRefused(
                    FailureKind.ENV_FILE_EXPOSED,
                    (refused.size() == 1 ? "1 secret " : refused.size() + " secrets ") + what,
                    refused.stream()
                            .map(each -> new EnvProblem(
                                    each.name(),
                                    "it comes from " + each.origin().words() + ", and " + why,
                                    ""))
                            .toList(),
                    remedy);
        }
    }

    /** Returns the names. */
    @Override
    public String toString() {
        return "ContainerVariables[plain=" + plain.keySet() + ", references=" + references.keySet() + "]";
    }
}
