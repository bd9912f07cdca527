package org.ecsdelivery.dsl;

/** Runs a command of the .NET SDK. */
public final class DotnetStep extends ContainerStep<DotnetStep> {
    private DotnetStep(StepFrame frame, StepParameters parameters) {
        super("dotnet", frame, parameters);
    }

    /** Returns a step that runs a command such as {@code build}, {@code test} or {@code publish}. */
    public static DotnetStep of(String command) {
        return new DotnetStep(StepFrame.none(), StepParameters.none()).set("command", command);
    }

    /** Returns this step for projects or solutions, several separated by line ends; patterns such as {@code **\/*.csproj} are fine. */
    public DotnetStep projects(String paths) {
        return set("paths", paths);
    }

    /** Returns this step for a build configuration such as {@code Release}. */
    public DotnetStep configuration(String name) {
        return set("configuration", name);
    }

    /** Returns this step for a target framework such as {@code net8.0}. */
    public DotnetStep framework(String name) {
        return set("framework", name);
    }

    /** Returns this step for a target runtime such as {@code linux-x64}. */
    public DotnetStep runtime(String name) {
        return set("runtime", name);
    }

    /** Returns this step writing its output into a directory. */
    public DotnetStep output(String directory) {
        return set("outputDir", directory);
    }

    /** Returns this step taking what an earlier step has built. */
    public DotnetStep withoutBuild() {
        return set("skipBuild", "true");
    }

    /** Returns this step for agents with this version of the SDK, such as {@code 8}. */
    public DotnetStep sdk(String version) {
        return set("required.sdk", version);
    }

    /** Returns this step with more arguments. */
    public DotnetStep arguments(String arguments) {
        return set("args", arguments);
    }

    @Override
    DotnetStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new DotnetStep(newFrame, newParameters);
    }
}
