package org.ecsdelivery.sandbox.teamcity;

import java.util.HashMap;
import java.util.Map;
import org.ecsdelivery.dsl.Step;
import org.ecsdelivery.dsl.StepMode;

/** One step of a build configuration, its parameters as entered: references not yet resolved. */
public record BuildStep(String name, String type, Map<String, String> parameters) {
    private static final String MODE = "teamcity.step.mode";

    /** Keeps a copy of the parameters. */
    public BuildStep {
        parameters = Map.copyOf(parameters);
    }

    /** Takes over a step written in the Java DSL. */
    public static BuildStep from(Step step) {
        if (step.mode() == StepMode.DEFAULT) {
            return new BuildStep(step.name(), step.type(), step.parameters());
        }
        Map<String, String> parameters = new HashMap<>(step.parameters());
        parameters.put(MODE, step.mode().value());
        return new BuildStep(step.name(), step.type(), parameters);
    }

    /** Returns when the step runs after an earlier one failed: the parameter {@code teamcity.step.mode}. */
    String mode() {
        return parameters.getOrDefault(MODE, "default");
    }
}
