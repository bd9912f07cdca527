package org.ecsdelivery.dsl;

/** Runs Python. */
public final class PythonStep extends ContainerStep<PythonStep> {
    private PythonStep(StepFrame frame, StepParameters parameters) {
        super("python-runner", frame, parameters);
    }

    /** Returns a step that runs a script of one or more lines. */
    public static PythonStep of(String script) {
        return command("script").set("scriptContent", script);
    }

    /** Returns a step that runs a script of the checkout. */
    public static PythonStep ofFile(String path) {
        return command("file").set("scriptFile", path);
    }

    /** Returns a step that runs a module, as {@code python -m} does. */
    public static PythonStep ofModule(String name) {
        return command("module").set("module", name);
    }

    /** Returns a step that runs pytest and reports its tests. */
    public static PythonStep ofPytest() {
        return command("pytest").set("isTestReportingEnabled", "true");
    }

    /** Returns a step that runs unittest and reports its tests. */
    public static PythonStep ofUnittest() {
        return command("unittest").set("isTestReportingEnabled", "true");
    }

    private static PythonStep command(String command) {
        return new PythonStep(StepFrame.none(), StepParameters.none()).set("command", command);
    }

    /** Returns this step with arguments for the script, module or tool. */
    public PythonStep arguments(String arguments) {
        return set("scriptArguments", arguments);
    }

    /** Returns this step in a virtual environment, with the packages of a requirements file; empty for {@code requirements.txt}. */
    public PythonStep virtualEnvironment(String requirementsFile) {
        return set("envTool", "virtualenv").set("virtualenvFile", requirementsFile);
    }

    /** Returns this step in the environment that Poetry makes. */
    public PythonStep poetry() {
        return set("envTool", "poetry");
    }

    /** Returns this step in the environment that Pipenv makes. */
    public PythonStep pipenv() {
        return set("envTool", "pipenv");
    }

    /** Returns this step with a Python of one's own instead of the agent's Python 3. */
    public PythonStep executable(String path) {
        return set("pythonVersion", "custom").set("pythonExecutable", path);
    }

    @Override
    PythonStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new PythonStep(newFrame, newParameters);
    }
}
