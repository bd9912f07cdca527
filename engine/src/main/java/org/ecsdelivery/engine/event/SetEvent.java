package org.ecsdelivery.engine.event;

import java.util.List;
import org.ecsdelivery.common.value.ServiceName;

/** What a step with several services tells besides what it tells of each. */
public sealed interface SetEvent extends EngineEvent {

    /**
     * Every service was looked at, and can be deployed to.
     *
     * @param services how many there are
     */
    record AllSuitable(int services) implements SetEvent {}

    /**
     * It is a service's turn.
     *
     * @param service the service
     * @param number its number, from 1
     * @param of how many there are
     */
    record TurnCame(ServiceName service, int number, int of) implements SetEvent {}

    /**
     * Services are left as they are, because another one was not deployed.
     *
     * @param services those left
     * @param failed those not deployed
     */
    record NotBegun(List<ServiceName> services, List<ServiceName> failed) implements SetEvent {
        /** Copies the lists. */
        public NotBegun {
            services = List.copyOf(services);
            failed = List.copyOf(failed);
        }
    }

    /**
     * A service is taken back to the revision that it ran before the step, since another one was not deployed.
     *
     * @param to ARN of that revision
     */
    record TakingBack(String to) implements SetEvent {}

    /**
     * The way back of a service is over.
     *
     * @param done whether it runs the earlier revision again
     * @param text how it ended, a full sentence
     */
    record TakenBack(boolean done, String text) implements SetEvent {}
}
