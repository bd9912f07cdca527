package org.ecsdelivery.dsl;

import java.util.Map;

/**
 * A step of a runner that TeamCity brings. Every text may hold parameter references such as {@code %build.number%}.
 *
 * @param <S> the step itself
 */
public abstract sealed class BuiltInStep<S extends BuiltInStep<S>> extends TypedStep<S>
        permits ContainerStep, DockerBuildStep, DockerPushStep, DockerCommandStep {
    private final String type;

    BuiltInStep(String type, StepFrame frame, StepParameters parameters) {
        super(frame, parameters);
        this.type = type;
    }

    /** Returns this step in another directory than that of the checkout. */
    public final S directory(String path) {
        return set("teamcity.build.workingDir", path);
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final Map<String, String> parameters() {
        return asGiven();
    }
}
