package jetbrains.buildServer.agent;

import jetbrains.buildServer.RunBuildException;
import org.jetbrains.annotations.NotNull;

/** One step at work; {@link #interrupt()} comes from another thread. */
public interface BuildProcess {
    void start() throws RunBuildException;

    boolean isInterrupted();

    boolean isFinished();

    void interrupt();

    @NotNull
    BuildFinishedStatus waitFor() throws RunBuildException;
}
