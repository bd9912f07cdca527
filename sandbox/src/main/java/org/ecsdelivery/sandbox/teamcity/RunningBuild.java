package org.ecsdelivery.sandbox.teamcity;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A build that was started. */
public final class RunningBuild {
    private final BuildRun run;
    private final BuildSetup setup;
    private final CompletableFuture<BuildResult> result = new CompletableFuture<>();

    private RunningBuild(BuildRun run, BuildSetup setup) {
        this.run = run;
        this.setup = setup;
    }

    static RunningBuild start(BuildRun run, BuildSetup setup, ClassLoader threadLoader) {
        RunningBuild build = new RunningBuild(run, setup);
        String name =
                "build " + setup.configuration().name() + " #" + setup.inputs().number();
        Thread thread = new Thread(build::complete, name);
        thread.setContextClassLoader(threadLoader);
        thread.setDaemon(true);
        thread.start();
        return build;
    }

    /** Returns what the build was started with. */
    public BuildInputs inputs() {
        return setup.inputs();
    }

    /** Returns the configuration as it was when the build started. */
    public BuildConfiguration configuration() {
        return setup.configuration();
    }

    /** Returns the lines of the build log that are written by now. */
    public List<LogLine> log() {
        return setup.lines().lines();
    }

    /** Returns where the artifacts that are published by now lie. */
    public Path artifactsDirectory() {
        return setup.facts().artifacts().directory();
    }

    /** Returns the paths of the artifacts that are published by now. */
    public List<String> artifacts() {
        return setup.facts().artifacts().paths();
    }

    /** Tells whether the build has ended, also when it could not be run. */
    public boolean isOver() {
        return result.isDone();
    }

    /** Stops the build as the Stop button does; returns once the running step was told, not when it ended. */
    public void stop() {
        run.stop();
    }

    /**
     * Ends the build as TeamCity does for an agent that it has not heard of for long. The agent is not told: its step goes on, and
     * nothing that it says reaches the server any more.
     */
    public void cutOffAgent() {
        result.complete(run.cutOff());
    }

    /** Waits for the end of the build. */
    public BuildResult result() {
        try {
            return result.join();
        } catch (CompletionException failure) {
            throw new IllegalStateException("The build could not be run: " + failure.getCause(), failure.getCause());
        }
    }

    private void complete() {
        try {
            result.complete(run.run());
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        }
    }
}
