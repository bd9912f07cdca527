package org.ecsdelivery.dsl;

/** Runs docker build as TeamCity's Docker runner does; {@link ImageStep} builds and pushes to ECR without a login. */
public final class DockerBuildStep extends BuiltInStep<DockerBuildStep> {
    private DockerBuildStep(StepFrame frame, StepParameters parameters) {
        super("DockerCommand", frame, parameters);
    }

    /** Returns a step that builds {@code Dockerfile} under names with tags. */
    public static DockerBuildStep of(String first, String... more) {
        return new DockerBuildStep(StepFrame.none(), StepParameters.none())
                .set("docker.command.type", "build")
                .set("docker.image.namesAndTags", Lines.of(first, more))
                .set("dockerfile.source", "PATH")
                .set("dockerfile.path", "Dockerfile");
    }

    /** Returns this step with a Dockerfile elsewhere. */
    public DockerBuildStep dockerfile(String path) {
        return set("dockerfile.path", path);
    }

    /** Returns this step with another build context than the directory of the Dockerfile. */
    public DockerBuildStep context(String directory) {
        return set("dockerfile.contextDir", directory);
    }

    /** Returns this step with more arguments, such as {@code --pull}. */
    public DockerBuildStep arguments(String arguments) {
        return set("command.args", arguments);
    }

    /** Returns this step for a platform, {@code linux} or {@code windows}, which the agent's engine must offer. */
    public DockerBuildStep platform(String name) {
        return set("dockerImage.platform", name);
    }

    @Override
    DockerBuildStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new DockerBuildStep(newFrame, newParameters);
    }
}
