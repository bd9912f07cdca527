package org.ecsdelivery.dsl;

/** Runs a script, or an executable, on the agent's command line. */
public final class ScriptStep extends ContainerStep<ScriptStep> {
    private ScriptStep(StepFrame frame, StepParameters parameters) {
        super("simpleRunner", frame, parameters);
    }

    /** Returns a step that runs a script of one or more lines, by the interpreter that its first line names. */
    public static ScriptStep of(String script) {
        return new ScriptStep(StepFrame.none(), StepParameters.none())
                .set("use.custom.script", "true")
                .set("script.content", script);
    }

    /** Returns a step that runs an executable with arguments, without a shell. */
    public static ScriptStep ofExecutable(String executable, String arguments) {
        return new ScriptStep(StepFrame.none(), StepParameters.none())
                .set("command.executable", executable)
                .set("command.parameters", arguments);
    }

    /** Returns this step taking what is written to standard error as errors of the build. */
    public ScriptStep standardErrorAsErrors() {
        return set("log.stderr.as.errors", "true");
    }

    @Override
    ScriptStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new ScriptStep(newFrame, newParameters);
    }
}
