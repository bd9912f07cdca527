package org.ecsdelivery.sandbox.aws.ecs;

/** Hears of the turns in a task's life that matter to whoever started it. */
interface TaskWatcher {
    /** The task serves. */
    void healthy(Task task);

    /** One target of the task failed its health checks. */
    void targetFailed(Task task, TaskTarget target);

    /** The task's container health check failed. */
    void checkFailed(Task task);

    /** The task ended by itself or did not start. */
    void failed(Task task);

    /** The task has left the running or pending count. */
    void left(Task task);

    /** Answers a watcher that does not care. */
    static TaskWatcher none() {
        return new TaskWatcher() {
            @Override
            public void healthy(Task task) {}

            @Override
            public void targetFailed(Task task, TaskTarget target) {}

            @Override
            public void checkFailed(Task task) {}

            @Override
            public void failed(Task task) {}

            @Override
            public void left(Task task) {}
        };
    }
}
