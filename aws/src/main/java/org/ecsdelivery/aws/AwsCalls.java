package org.ecsdelivery.aws;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.ecsdelivery.engine.failure.Cancelled;

/**
 * Makes every call to AWS. The caller waits apart from the connection: a blocked read of a socket does not hear an interrupt
 * (java.net.Socket), but whoever stops a build shall not wait for the time limit of a call.
 */
final class AwsCalls implements AutoCloseable {
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
    <T> T of(AwsOperation operation, Supplier<T> call) {
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
