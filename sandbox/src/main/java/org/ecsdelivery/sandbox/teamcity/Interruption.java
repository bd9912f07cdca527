package org.ecsdelivery.sandbox.teamcity;

import java.util.Optional;
import jetbrains.buildServer.agent.BuildInterruptReason;
import jetbrains.buildServer.agent.BuildProcess;
import org.jspecify.annotations.Nullable;

/** Stops a build: remembers the reason and interrupts the step that runs, from whatever thread asks. */
final class Interruption {
    private @Nullable BuildProcess running;
    private @Nullable BuildInterruptReason reason;

    /** Notes the process about to start; false when the build is being stopped and the step is none that always runs. */
    synchronized boolean begin(BuildProcess process, boolean always) {
        if (reason != null && !always) {
            return false;
        }
        running = process;
        return true;
    }

    synchronized void end() {
        running = null;
    }

    /** Stops the build; the first reason counts, and the running step hears of it once. */
    void interrupt(BuildInterruptReason why) {
        BuildProcess process;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            process = running;
        }
        if (process != null) {
            process.interrupt();
        }
    }

    synchronized Optional<BuildInterruptReason> reason() {
        return Optional.ofNullable(reason);
    }
}
