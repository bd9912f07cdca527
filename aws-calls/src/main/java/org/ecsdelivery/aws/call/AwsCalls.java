package org.ecsdelivery.aws.call;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.ecsdelivery.engine.failure.Cancelled;

/**
 * Makes every call to AWS. The caller waits apart from the connection: a blocked read of a socket does not hear an interrupt
 * (java.net.Socket), but whoever stops a build shall not wait for the time limit of a call.
 */
public final class AwsCalls implements AutoCloseable {
    /** Two of them fit into the five seconds in which a stopped build shall end. */
    private static final Duration LAST_MOMENT = Duration.ofMillis(1800);

    private final AwsErrors errors;
    private final ExecutorService threads = Executors.newCachedThreadPool(AwsCalls::daemon);

    AwsCalls(AwsErrors errors) {
        this.errors = errors;
    }

    /**
     * Makes a call.
     *
     * @throws Cancelled when the calling thread is interrupted (the flag stays set) or the clients are closed
     */
    public <T> T of(AwsOperation operation, Supplier<T> call) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Cancelled("Interrupted before " + operation);
        }
        Future<T> answer = submitted(operation, call);
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Cancelled("Interrupted while waiting for " + operation);
        } catch (ExecutionException e) {
            throw errors.translated(operation, e.getCause() == null ? e : e.getCause());
        }
    }

    /**
     * Makes a call whose outcome must be known even on a thread that is or gets interrupted: it is waited for a moment longer.
     *
     * @throws Cancelled when the thread was interrupted and there was no answer in that moment, or the clients are closed
     */
    public <T> T ofLasting(AwsOperation operation, Supplier<T> call) {
        boolean interrupted = Thread.interrupted();
        Future<T> answer = submitted(operation, call);
        try {
            if (!interrupted) {
                return answer.get();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (ExecutionException e) {
            throw errors.translated(operation, e.getCause() == null ? e : e.getCause());
        }
        try {
            return lastMoment(operation, answer);
        } finally {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T lastMoment(AwsOperation operation, Future<T> answer) {
        try {
            return answer.get(LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw errors.translated(operation, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            answer.cancel(true);
            throw new Cancelled("Interrupted, and there was no answer yet to " + operation);
        }
    }

    private <T> Future<T> submitted(AwsOperation operation, Supplier<T> call) {
        try {
            return threads.submit(call::get);
        } catch (RejectedExecutionException e) {
            throw new Cancelled("The connection to AWS was closed before " + operation);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ecs-delivery AWS call");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends calls that are still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
