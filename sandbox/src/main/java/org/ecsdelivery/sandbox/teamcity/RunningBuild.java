package org.ecsdelivery.sandbox.teamcity;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A build that was started. */
public final class RunningBuild {
    private final BuildRun run;
    private final CompletableFuture<BuildResult> result = new CompletableFuture<>();

    private RunningBuild(BuildRun run) {
        this.run = run;
    }

    static RunningBuild start(BuildRun run, String name, ClassLoader threadLoader) {
        RunningBuild build = new RunningBuild(run);
        Thread thread = new Thread(build::complete, name);
        thread.setContextClassLoader(threadLoader);
        thread.setDaemon(true);
        thread.start();
        return build;
    }

    /** Stops the build as the Stop button does; returns once the running step was told, not when it ended. */
    public void stop() {
        run.stop();
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
