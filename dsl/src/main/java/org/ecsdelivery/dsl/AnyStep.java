package org.ecsdelivery.dsl;

import java.util.List;
import java.util.Map;

/** A step of any run type, by raw parameter names: for runners without a type of their own here, and for what a typed step cannot say. */
public final class AnyStep implements Step {
    private final StepFrame frame;
    private final String type;
    private final StepParameters parameters;

    private AnyStep(StepFrame frame, String type, StepParameters parameters) {
        this.frame = frame;
        this.type = type;
        this.parameters = parameters;
    }

    /** Returns a step of a run type such as {@code simpleRunner}, without a name and without parameters. */
    public static AnyStep of(String type) {
        if (type.isBlank()) {
            throw new IllegalArgumentException("A step needs a run type, such as simpleRunner");
        }
        return new AnyStep(StepFrame.none(), type, StepParameters.none());
    }

    /** Returns the place in a template where the steps of configurations made from it go; without one they go behind the template's. */
    public static AnyStep placeForOwnSteps() {
        return of("_placeholder_");
    }

    /** Returns the same step in raw form, with nothing that only its type knows. */
    public static AnyStep from(Step step) {
        StepParameters parameters = StepParameters.none();
        for (Map.Entry<String, String> each : step.parameters().entrySet()) {
            parameters = parameters.with(each.getKey(), each.getValue());
        }
        return new AnyStep(StepFrame.of(step), step.type(), parameters);
    }

    /** Returns this step under a name. */
    public AnyStep name(String newName) {
        return new AnyStep(frame.name(newName), type, parameters);
    }

    /** Returns this step under an id: a configuration made from a template replaces, orders or disables it by this id. */
    public AnyStep id(String id) {
        return new AnyStep(frame.id(id), type, parameters);
    }

    /** Returns this step running at another time than while all is well. */
    public AnyStep mode(StepMode mode) {
        return new AnyStep(frame.mode(mode), type, parameters);
    }

    /** Returns this step running even after a failure, and when the build was stopped. */
    public AnyStep always() {
        return mode(StepMode.ALWAYS);
    }

    /** Returns this step running only when this holds too. */
    public AnyStep when(Condition condition) {
        return new AnyStep(frame.when(condition), type, parameters);
    }

    /** Returns this step switched off. */
    public AnyStep disabled() {
        return new AnyStep(frame.disabled(), type, parameters);
    }

    /**
     * Returns this step with a parameter, in place of an earlier value.
     *
     * @throws IllegalArgumentException when the name starts with {@code secure:} and the value is a secret in plain text
     */
    public AnyStep set(String parameter, String value) {
        return new AnyStep(frame, type, parameters.with(parameter, value));
    }

    @Override
    public String name() {
        return frame.name();
    }

    @Override
    public String id() {
        return frame.id();
    }

    @Override
    public StepMode mode() {
        return frame.mode();
    }

    @Override
    public List<Condition> conditions() {
        return frame.conditions();
    }

    @Override
    public boolean enabled() {
        return frame.enabled();
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
