package org.ecsdelivery.sandbox.aws.ecs;

import java.time.Duration;

/**
 * How long the steps in the life of a task and of the service scheduler take.
 *
 * @param provisioning from the scheduler's decision to the network interface being there
 * @param pulling from PENDING to the image being there
 * @param activating from the registration of targets to RUNNING
 * @param healthyAlone from RUNNING to healthy for a task that has neither load balancer nor health check (40 s on AWS)
 * @param exiting from RUNNING to the exit of a container that crashes or finishes by itself
 * @param schedulerBeat from a change to the scheduler's next decision
 * @param deregistrationPause from the event "has stopped" to the deregistration of the targets
 * @param sigtermPause from the last target being gone to SIGTERM
 * @param stopping from SIGTERM to the exit of a container that heeds it
 * @param deprovisioning from the exit to STOPPED
 * @param settling from SIGTERM to the scheduler noticing that the task counts no longer
 */
public record TaskTimings(
        Duration provisioning,
        Duration pulling,
        Duration activating,
        Duration healthyAlone,
        Duration exiting,
        Duration schedulerBeat,
        Duration deregistrationPause,
        Duration sigtermPause,
        Duration stopping,
        Duration deprovisioning,
        Duration settling) {

    /** Answers durations as seen on Fargate; pauses around the drain as in a published log of a real deployment. */
    public static TaskTimings realistic() {
        return new TaskTimings(
                Duration.ofSeconds(8),
                Duration.ofSeconds(12),
                Duration.ofSeconds(3),
                Duration.ofSeconds(40),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(9),
                Duration.ofSeconds(3),
                Duration.ofSeconds(6),
                Duration.ofSeconds(12));
    }

    /**
     * Answers durations that keep the order of a real rollout but not its patience: a second for each step, and less for a
     * crash, which has to come before the checks that would find the task healthy.
     */
    public static TaskTimings quick() {
        return inSteps(Duration.ofSeconds(1));
    }

    /** Answers durations of {@link #quick()} by four: for those who look at the end of a rollout only and wait for it in real time. */
    public static TaskTimings hasty() {
        return inSteps(Duration.ofMillis(250));
    }

    private static TaskTimings inSteps(Duration step) {
        Duration crash = step.dividedBy(5);
        return new TaskTimings(step, step, step, step, crash, step, step, step, step, step, step.multipliedBy(2));
    }

    /** Changes how long a container that crashes runs before it does. */
    public TaskTimings withExiting(Duration duration) {
        return new TaskTimings(
                provisioning,
                pulling,
                activating,
                healthyAlone,
                duration,
                schedulerBeat,
                deregistrationPause,
                sigtermPause,
                stopping,
                deprovisioning,
                settling);
    }

    /** Changes how long a container that heeds SIGTERM takes to exit. */
    public TaskTimings withStopping(Duration duration) {
        return new TaskTimings(
                provisioning,
                pulling,
                activating,
                healthyAlone,
                exiting,
                schedulerBeat,
                deregistrationPause,
                sigtermPause,
                duration,
                deprovisioning,
                settling);
    }

    /** Changes how long a task takes from the decision to RUNNING: a third for each of the three steps. */
    public TaskTimings withStart(Duration whole) {
        Duration step = whole.dividedBy(3);
        return new TaskTimings(
                step,
                step,
                step,
                healthyAlone,
                exiting,
                schedulerBeat,
                deregistrationPause,
                sigtermPause,
                stopping,
                deprovisioning,
                settling);
    }
}
