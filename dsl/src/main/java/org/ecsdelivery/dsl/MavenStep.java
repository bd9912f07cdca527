package org.ecsdelivery.dsl;

/** Runs Maven. */
public final class MavenStep extends ContainerStep<MavenStep> {
    private MavenStep(StepFrame frame, StepParameters parameters) {
        super("Maven2", frame, parameters);
    }

    /** Returns a step that runs goals such as {@code clean verify} with the agent's default Maven. */
    public static MavenStep of(String goals) {
        return new MavenStep(StepFrame.none(), StepParameters.none()).set("goals", goals);
    }

    /** Returns this step with another file than {@code pom.xml}. */
    public MavenStep pom(String path) {
        return set("pomLocation", path);
    }

    /** Returns this step with more arguments, such as {@code -Pci -DskipITs}. */
    public MavenStep arguments(String arguments) {
        return set("runnerArgs", arguments);
    }

    /** Returns this step with Maven elsewhere than where the agent's default one is. */
    public MavenStep home(String path) {
        return set("maven.path", path);
    }

    /** Returns this step with settings that were uploaded to the project under this name. */
    public MavenStep userSettings(String name) {
        return set("userSettingsSelection", name);
    }

    /** Returns this step with another JDK, such as {@code %env.JDK_17%}. */
    public MavenStep jdk(String home) {
        return set("target.jdk.home", home);
    }

    /** Returns this step with options for the virtual machine of Maven. */
    public MavenStep jvmArguments(String arguments) {
        return set("jvmArgs", arguments);
    }

    /** Returns this step building only the modules that changes touch, and those that need them. */
    public MavenStep incremental() {
        return set("isIncremental", "true");
    }

    @Override
    MavenStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new MavenStep(newFrame, newParameters);
    }
}
