package org.ecsdelivery.engine.ecs;

/**
 * How many tasks ECS may start and stop at a time (ECS developer guide, "Deploy Amazon ECS services by replacing tasks"): never
 * fewer healthy ones than {@code minimumHealthyPercent}, rounded up, never more at all than {@code maximumPercent}, rounded down.
 *
 * @param desired how many tasks the service shall run
 * @param minimumHealthyPercent how many of them must stay healthy
 * @param maximumPercent how many there may be
 */
public record RollingUpdate(int desired, int minimumHealthyPercent, int maximumPercent) {
    /** Returns how the rules let that many tasks be replaced. */
    public static RollingUpdate of(int desired, DeploymentRules rules) {
        return new RollingUpdate(desired, rules.minimumHealthyPercent(), rules.maximumPercent());
    }

    /** Returns how many tasks stay healthy at least. */
    public int minimum() {
        return upwards((long) desired * minimumHealthyPercent, 100);
    }

    /** Returns how many tasks there are at most. */
    public int maximum() {
        return downwards((long) desired * maximumPercent, 100);
    }

    /** Returns how many new tasks may start before an old one is stopped. */
    public int surge() {
        return Math.max(0, maximum() - desired);
    }

    /** Returns how many old tasks may be stopped before a new one has started. */
    public int spare() {
        return Math.max(0, desired - minimum());
    }

    /** Tells whether ECS can take the first step and every further one. */
    public boolean canFinish() {
        return desired == 0 || maximum() >= desired && surge() + spare() > 0;
    }

    /** Returns how many new tasks start at a time, at most. */
    public int atATime() {
        return canFinish() ? Math.min(desired, surge() + spare()) : 0;
    }

    /** Returns how many times new tasks are started, each time after the tasks before have become healthy. */
    public int batches() {
        int batches = 0;
        int old = desired;
        for (int fresh = 0; canFinish() && fresh < desired; batches++) {
            old -= Math.min(old, Math.max(0, old + fresh - minimum()));
            fresh += Math.min(desired - fresh, maximum() - old - fresh);
        }
        return batches;
    }

    /** Returns the smallest {@code maximumPercent} that lets one new task start beside the old ones. */
    public int sufficientMaximumPercent() {
        return upwards(100L * (desired + 1), desired);
    }

    /** Returns the largest {@code minimumHealthyPercent} that lets one old task be stopped. */
    public int sufficientMinimumPercent() {
        return downwards(100L * (desired - 1), desired);
    }

    private static int upwards(long dividend, int divisor) {
        return Math.toIntExact((dividend + divisor - 1) / divisor);
    }

    private static int downwards(long dividend, int divisor) {
        return Math.toIntExact(dividend / divisor);
    }
}
