package jetbrains.buildServer.agent;

import jetbrains.buildServer.RunBuildException;
import org.jetbrains.annotations.NotNull;

/** A process that can do nothing yet: both {@link #start()} and {@link #waitFor()} must be overridden. */
public class BuildProcessAdapter implements BuildProcess {
    public BuildProcessAdapter() {}

    @Override
    public void start() throws RunBuildException {
        throw new RunBuildException("start() should be implemented.");
    }

    @Override
    public boolean isInterrupted() {
        return false;
    }

    @Override
    public boolean isFinished() {
        return false;
    }

    @Override
    public void interrupt() {
        // nothing runs here
    }

    @Override
    @NotNull
    public BuildFinishedStatus waitFor() throws RunBuildException {
        throw new RunBuildException("waitFor() should be implemented.");
    }
}
