package org.ecsdelivery.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import jetbrains.buildServer.RunBuildException;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of a step on one daemon thread. Stopping a build must not wait for a call that hangs: after an interrupt the
 * process waits a little for the work to end, interrupts it once more and then lets go of it. The work left alone changes
 * nothing any more, since it looks at its cancellation before every call that changes something; the only change it may make
 * after the first interrupt is the one that takes back what it did.
 *
 * <p>Work that had better go on is given some time after the first stop; the second stop, or the end of that time, counts then.
 */
final class EngineBuildProcess implements BuildProcess {
    /** TeamCity users expect Stop to work within five seconds. */
    static final Duration GRACE = Duration.ofSeconds(4);

    /** TeamCity waits five minutes for a stopped build to end, and then drops the agent. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String name;
    private final StepWork work;
    private final StepLog log;
    private final Duration grace;
    private final Duration patience;
    private final AtomicBoolean stopAsked = new AtomicBoolean();
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<BuildFinishedStatus> end = new CompletableFuture<>();
    private final AtomicReference<@Nullable Thread> worker = new AtomicReference<>();

    EngineBuildProcess(String name, StepWork work, StepLog log) {
        this(name, work, log, GRACE, PATIENCE);
    }

    EngineBuildProcess(String name, StepWork work, StepLog log, Duration grace, Duration patience) {
        this.name = name;
        this.work = work;
        this.log = log;
        this.grace = grace;
        this.patience = patience;
    }

    @Override
    public void start() {
        log.begin();
        Thread thread = new Thread(this::run, name);
        thread.setDaemon(true);
        worker.set(thread);
        thread.start();
    }

    @Override
    public boolean isInterrupted() {
        return stopAsked.get();
    }

    @Override
    public boolean isFinished() {
        return end.isDone();
    }

    @Override
    public void interrupt() {
        Optional<String> reason = stopAsked.getAndSet(true) ? Optional.empty() : work.whyGoOn();
        if (reason.isPresent() && !end.isDone()) {
            log.line(
                    "The build was stopped. " + reason.get() + ": the step goes on for up to " + patience.toMinutes()
                            + " minutes. Stop the build once more to end it at once.",
                    Status.WARNING);
            later(patience, this::stop);
        } else {
            stop();
        }
    }

    private void stop() {
        cancellation.cancel("the build was stopped");
        interruptWorker();
        // the end of whoever waits, if the work does not end by itself
        later(grace, this::letGo);
    }

    private static void later(Duration delay, Runnable what) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
                .execute(what);
    }

    @Override
    public BuildFinishedStatus waitFor() throws RunBuildException {
        try {
            return end.get();
        } catch (InterruptedException interrupted) {
            stopAsked.set(true);
            stop();
            Thread.currentThread().interrupt();
            return BuildFinishedStatus.INTERRUPTED;
        } catch (ExecutionException unexpected) {
            throw new RunBuildException(unexpected.getCause());
        } finally {
            log.close();
        }
    }

    private void run() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // libraries look for their services there, and would find TeamCity's
        thread.setContextClassLoader(EngineBuildProcess.class.getClassLoader());
        try {
            end.complete(status());
        } catch (Throwable unreported) {
            end.completeExceptionally(unreported);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private BuildFinishedStatus status() {
        try {
            cancellation.throwIfCancelled();
            Optional<StepWork.Problem> problem = work.run(cancellation);
            problem.ifPresent(this::report);
            return finished(problem.isEmpty());
        } catch (Cancelled stopped) {
            return stopped(stopped.getMessage());
        } catch (EngineException failure) {
            return failed(failure);
        } catch (RuntimeException | LinkageError defect) {
            return failed(defect);
        }
    }

    private BuildFinishedStatus failed(EngineException failure) {
        if (cancellation.isCancelled()) {
            return stopped(failure.getMessage());
        }
        report(new StepWork.Problem(failure.kind(), String.valueOf(failure.getMessage())));
        return finished(false);
    }

    private BuildFinishedStatus failed(Throwable defect) {
        if (cancellation.isCancelled()) {
            return stopped(defect.toString());
        }
        log.exception(defect);
        report(
                new StepWork.Problem(
                        FailureKind.INTERNAL,
                        "Internal error of ECS Delivery: " + defect
                                + ". This is a defect of the plugin: please report it with the stack trace from the build log."));
        return finished(false);
    }

    private BuildFinishedStatus stopped(@Nullable String reason) {
        log.line("The step ended before it was done: " + reason + ". " + work.leftBehind(), Status.WARNING);
        return BuildFinishedStatus.INTERRUPTED;
    }

    private void letGo() {
        if (end.isDone()) {
            return;
        }
        try {
            log.line(
                    "The step was stopped, but a call that is under way has not ended: it is left alone. "
                            + work.leftBehind(),
                    Status.WARNING);
        } finally {
            end.complete(BuildFinishedStatus.INTERRUPTED);
            interruptWorker();
        }
    }

    private void interruptWorker() {
        Thread thread = worker.get();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void report(StepWork.Problem problem) {
        if (!cancellation.isCancelled()) {
            log.problem(problem.kind(), problem.text());
        }
    }

    private BuildFinishedStatus finished(boolean success) {
        if (stopAsked.get()) {
            return BuildFinishedStatus.INTERRUPTED;
        }
        return success ? BuildFinishedStatus.FINISHED_SUCCESS : BuildFinishedStatus.FINISHED_WITH_PROBLEMS;
    }
}
