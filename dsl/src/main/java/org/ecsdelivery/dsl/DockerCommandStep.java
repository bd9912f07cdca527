package org.ecsdelivery.dsl;

/** Runs any other command of docker. */
public final class DockerCommandStep extends BuiltInStep<DockerCommandStep> {
    private DockerCommandStep(StepFrame frame, StepParameters parameters) {
        super("DockerCommand", frame, parameters);
    }

    /** Returns a step that runs a command such as {@code tag} with its arguments. */
    public static DockerCommandStep of(String command, String arguments) {
        return new DockerCommandStep(StepFrame.none(), StepParameters.none())
                .set("docker.command.type", "other")
                .set("docker.sub.command", command)
                .set("command.args", arguments);
    }

    @Override
    DockerCommandStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new DockerCommandStep(newFrame, newParameters);
    }
}
