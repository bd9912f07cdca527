package org.ecsdelivery.dsl;

/** Runs Gradle. */
public final class GradleStep extends ContainerStep<GradleStep> {
    private GradleStep(StepFrame frame, StepParameters parameters) {
        super("gradle-runner", frame, parameters);
    }

    /** Returns a step that runs tasks such as {@code clean check} with the wrapper of the checkout. */
    public static GradleStep of(String tasks) {
        return new GradleStep(StepFrame.none(), StepParameters.none())
                .set("ui.gradleRunner.gradle.tasks.names", tasks)
                .set("ui.gradleRunner.gradle.wrapper.useWrapper", "true");
    }

    /** Returns this step with the agent's own Gradle instead of the wrapper. */
    public GradleStep withoutWrapper() {
        return set("ui.gradleRunner.gradle.wrapper.useWrapper", "");
    }

    /** Returns this step with the wrapper's script elsewhere than in the working directory. */
    public GradleStep wrapper(String path) {
        return set("ui.gradleRunner.gradle.wrapper.path", path);
    }

    /** Returns this step with another build file than Gradle finds. */
    public GradleStep buildFile(String path) {
        return set("ui.gradleRUnner.gradle.build.file", path);
    }

    /** Returns this step with more arguments, such as {@code --no-daemon -Pci}. */
    public GradleStep arguments(String arguments) {
        return set("ui.gradleRunner.additional.gradle.cmd.params", arguments);
    }

    /** Returns this step with another JDK, such as {@code %env.JDK_17%}. */
    public GradleStep jdk(String home) {
        return set("target.jdk.home", home);
    }

    /** Returns this step with options for the virtual machine of Gradle. */
    public GradleStep jvmArguments(String arguments) {
        return set("jvmArgs", arguments);
    }

    @Override
    GradleStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new GradleStep(newFrame, newParameters);
    }
}
