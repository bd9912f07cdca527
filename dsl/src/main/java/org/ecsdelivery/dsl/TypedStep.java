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
public abstract sealed class TypedStep<S extends TypedStep<S>> implements Step permits AwsStep, CoverageStep {
    private final String name;
    private final StepParameters parameters;

    TypedStep(String name, StepParameters parameters) {
        this.name = name;
        this.parameters = parameters;
    }

    abstract S copy(String newName, StepParameters newParameters);

    final S with(Parameter parameter, String value) {
        return copy(name, parameters.with(parameter, value));
    }

    final S withLines(Parameter parameter, String first, String... more) {
        return with(
                parameter, Stream.concat(Stream.of(first), Arrays.stream(more)).collect(Collectors.joining("\n")));
    }

    final S withLine(Parameter parameter, String line) {
        return copy(name, parameters.withLine(parameter, line));
    }

    final S withAssignment(Parameter parameter, String key, String value) {
        return copy(name, parameters.withAssignment(parameter, key, value));
    }

    final Map<String, String> inOrderOf(List<Parameter> table) {
        return parameters.inOrderOf(table);
    }

    /** Returns this step under a name of its own in the list of build steps. */
    public final S name(String newName) {
        return copy(newName, parameters);
    }

    @Override
    public final String name() {
        return name;
    }
}
