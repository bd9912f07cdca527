package org.ecsdelivery.engine.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.engine.ecs.ServiceState;

/**
 * What a deployment is about to do.
 *
 * @param cluster the cluster
 * @param service the service as it is
 * @param differences what will differ between the revision of now and the next one
 * @param pace how many tasks start and stop at a time; empty for other strategies than a rolling update
 * @param level how far the step follows
 * @param atMost how long that takes at most if nothing fails; empty when that cannot be known
 * @param deregistrationDelay how long connections of old tasks may last; empty when that cannot be known
 * @param backTo ARN of the revision that ECS can go back to; empty when there is none
 * @param notes what else is good to know
 */
public record Plan(
        ClusterName cluster,
        ServiceState service,
        List<Difference> differences,
        Optional<Pace> pace,
        FinishLevel level,
        Optional<Duration> atMost,
        Optional<Duration> deregistrationDelay,
        Optional<String> backTo,
        List<String> notes) {
    /** Copies the lists. */
    public Plan {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /** Returns this plan with more to know. */
    public Plan noting(List<String> more) {
        return new Plan(
                cluster,
                service,
                differences,
                pace,
                level,
                atMost,
                deregistrationDelay,
                backTo,
                Stream.concat(notes.stream(), more.stream()).toList());
    }

    /**
     * One thing that changes.
     *
     * @param what its name
     * @param before its value now
     * @param after its value in the next revision
     */
    public record Difference(String what, String before, String after) {}

    /**
     * How a rolling update goes on, by the percentages of the service.
     *
     * @param minimum how many tasks stay healthy at least
     * @param maximum how many tasks there are at most
     * @param surge how many of them are more than desired
     * @param atATime how many new tasks start at a time, at most
     * @param batches how many times new tasks are started
     */
    public record Pace(int minimum, int maximum, int surge, int atATime, int batches) {}
}
