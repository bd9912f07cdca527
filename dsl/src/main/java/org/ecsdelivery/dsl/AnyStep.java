package org.ecsdelivery.dsl;

import java.util.Map;

/** A step of any run type, by raw parameter names: for runners without a type of their own here, and for what a typed step cannot say. */
public final class AnyStep implements Step {
    private final String name;
    private final String type;
    private final StepParameters parameters;

    private AnyStep(String name, String type, StepParameters parameters) {
        this.name = name;
        this.type = type;
        this.parameters = parameters;
    }

    /** Returns a step of a run type such as {@code simpleRunner}, without a name and without parameters. */
    public static AnyStep of(String type) {
        if (type.isBlank()) {
            throw new IllegalArgumentException("A step needs a run type, such as simpleRunner");
        }
        return new AnyStep("", type, StepParameters.none());
    }

    /** Returns the same step in raw form, to set what its type leaves to TeamCity, such as {@code teamcity.step.mode}. */
    public static AnyStep from(Step step) {
        StepParameters parameters = StepParameters.none();
        for (Map.Entry<String, String> each : step.parameters().entrySet()) {
            parameters = parameters.with(each.getKey(), each.getValue());
        }
        return new AnyStep(step.name(), step.type(), parameters);
    }

    /** Returns this step under a name. */
    public AnyStep name(String newName) {
        return new AnyStep(newName, type, parameters);
    }

    /**
     * Returns this step with a parameter, in place of an earlier value.
     *
     * @throws IllegalArgumentException when the name starts with {@code secure:} and the value is a secret in plain text
     */
    public AnyStep set(String parameter, String value) {
        return new AnyStep(name, type, parameters.with(parameter, value));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String type() {
        return type;
    }

    /** Returns the parameters in the order they were first set. */
    @Override
    public Map<String, String> parameters() {
        return parameters.asGiven();
    }
}
