package org.ecsdelivery.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;

/**
 * A step of this plugin. Every text may hold parameter references such as {@code %ecs.cluster%}.
 *
 * @param <S> the step itself
 */
public abstract sealed class TypedStep<S extends TypedStep<S>> implements Step
        permits AwsStep, CoverageStep, BuiltInStep {
    private final StepFrame frame;
    private final StepParameters parameters;

    TypedStep(StepFrame frame, StepParameters parameters) {
        this.frame = frame;
        this.parameters = parameters;
    }

    abstract S copy(StepFrame newFrame, StepParameters newParameters);

    final S with(Parameter parameter, String value) {
        return copy(frame, parameters.with(parameter, value));
    }

    final S withLines(Parameter parameter, String first, String... more) {
        return with(
                parameter, Stream.concat(Stream.of(first), Arrays.stream(more)).collect(Collectors.joining("\n")));
    }

    final S withLine(Parameter parameter, String line) {
        return copy(frame, parameters.withLine(parameter, line));
    }

    final S withItem(Parameter parameter, String item) {
        return copy(frame, parameters.withItem(parameter, item));
    }

    final S withAssignment(Parameter parameter, String key, String value) {
        return copy(frame, parameters.withAssignment(parameter, key, value));
    }

    final Map<String, String> inOrderOf(List<Parameter> table) {
        return parameters.inOrderOf(table);
    }

    final Map<String, String> asGiven() {
        return parameters.asGiven();
    }

    /** Returns this step under a name of its own in the list of build steps. */
    public final S name(String newName) {
        return copy(frame.name(newName), parameters);
    }

    /** Returns this step under an id: a configuration made from a template replaces, orders or disables it by this id. */
    public final S id(String id) {
        return copy(frame.id(id), parameters);
    }

    /** Returns this step running at another time than while all is well. */
    public final S mode(StepMode mode) {
        return copy(frame.mode(mode), parameters);
    }

    /** Returns this step running even after a failure, and when the build was stopped. */
    public final S always() {
        return mode(StepMode.ALWAYS);
    }

    /** Returns this step running only when this holds too. */
    public final S when(Condition condition) {
        return copy(frame.when(condition), parameters);
    }

    /** Returns this step switched off. */
    public final S disabled() {
        return copy(frame.disabled(), parameters);
    }

    /**
     * Returns this step with a parameter by its raw name, for what has no setter here.
     *
     * @throws IllegalArgumentException when the name starts with {@code secure:} and the value is a secret in plain text
     */
    public final S set(String parameter, String value) {
        return copy(frame, parameters.with(parameter, value));
    }

    @Override
    public final String name() {
        return frame.name();
    }

    @Override
    public final String id() {
        return frame.id();
    }

    @Override
    public final StepMode mode() {
        return frame.mode();
    }

    @Override
    public final List<Condition> conditions() {
        return frame.conditions();
    }

    @Override
    public final boolean enabled() {
        return frame.enabled();
    }
}
