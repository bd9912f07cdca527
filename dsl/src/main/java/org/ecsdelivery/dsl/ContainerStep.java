package org.ecsdelivery.dsl;

/**
 * A step that TeamCity can run inside a container.
 *
 * @param <S> the step itself
 */
public abstract sealed class ContainerStep<S extends ContainerStep<S>> extends BuiltInStep<S>
        permits ScriptStep, MavenStep, GradleStep, NodeStep, DotnetStep, PowerShellStep, PythonStep {
    ContainerStep(String type, StepFrame frame, StepParameters parameters) {
        super(type, frame, parameters);
    }

    /** Returns this step running in a container of an image, so that the agent needs nothing but Docker. */
    public final S inContainer(String image) {
        return set("plugin.docker.imageId", image);
    }

    /** Returns this step running in a container of a platform, {@code linux} or {@code windows}, which the agent's engine must offer. */
    public final S inContainer(String image, String platform) {
        return inContainer(image).set("plugin.docker.imagePlatform", platform);
    }

    /** Returns this step asking the registry for a newer image each time. */
    public final S pullImage() {
        return set("plugin.docker.pull.enabled", "true");
    }

    /** Returns this step with arguments for {@code docker run}, such as {@code -v} or {@code --network}. */
    public final S containerArguments(String arguments) {
        return set("plugin.docker.run.parameters", arguments);
    }
}
