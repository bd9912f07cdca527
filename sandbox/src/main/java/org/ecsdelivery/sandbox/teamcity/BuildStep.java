package org.ecsdelivery.sandbox.teamcity;

import java.util.Map;
import org.ecsdelivery.dsl.Step;

/** One step of a build configuration, its parameters as entered: references not yet resolved. */
public record BuildStep(String name, String type, Map<String, String> parameters) {

    /** Keeps a copy of the parameters. */
    public BuildStep {
        parameters = Map.copyOf(parameters);
    }

    /** Takes over a step written in the Java DSL. */
    public static BuildStep from(Step step) {
        return new BuildStep(step.name(), step.type(), step.parameters());
    }

    /** Returns when the step runs after an earlier one failed: the parameter {@code teamcity.step.mode}. */
    String mode() {
        return parameters.getOrDefault("teamcity.step.mode", "default");
    }
}
