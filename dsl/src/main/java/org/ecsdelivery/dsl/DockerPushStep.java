package org.ecsdelivery.dsl;

/** Runs docker push as TeamCity's Docker runner does; {@link ImageStep} builds and pushes to ECR without a login. */
public final class DockerPushStep extends BuiltInStep<DockerPushStep> {
    private DockerPushStep(StepFrame frame, StepParameters parameters) {
        super("DockerCommand", frame, parameters);
    }

    /** Returns a step that pushes names with tags and removes them from the agent afterwards. */
    public static DockerPushStep of(String first, String... more) {
        return new DockerPushStep(StepFrame.none(), StepParameters.none())
                .set("docker.command.type", "push")
                .set("docker.image.namesAndTags", Lines.of(first, more))
                .set("docker.push.remove.image", "true");
    }

    /** Returns this step leaving the image on the agent. */
    public DockerPushStep keepImage() {
        return set("docker.push.remove.image", "false");
    }

    @Override
    DockerPushStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new DockerPushStep(newFrame, newParameters);
    }
}
