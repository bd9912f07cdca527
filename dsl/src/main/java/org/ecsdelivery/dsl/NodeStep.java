package org.ecsdelivery.dsl;

/** Runs commands with Node.js. */
public final class NodeStep extends ContainerStep<NodeStep> {
    private NodeStep(StepFrame frame, StepParameters parameters) {
        super("nodejs-runner", frame, parameters);
    }

    /** Returns a step that runs shell commands such as {@code npm ci}, one a line, with node, npm and yarn on the path. */
    public static NodeStep of(String commands) {
        return new NodeStep(StepFrame.none(), StepParameters.none()).set("shellScript", commands);
    }

    @Override
    NodeStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new NodeStep(newFrame, newParameters);
    }
}
