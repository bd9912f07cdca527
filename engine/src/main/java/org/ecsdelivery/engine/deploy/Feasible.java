package org.ecsdelivery.engine.deploy;

import java.util.Optional;
import org.ecsdelivery.engine.ecs.RollingUpdate;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * Tells when a deployment can never finish, because the service's percentages round to no step at all. ECS begins such a
 * deployment nevertheless and waits for ever.
 */
final class Feasible {
    private final ServiceState service;
    private final RollingUpdate update;

    Feasible(ServiceState service) {
        this.service = service;
        this.update = RollingUpdate.of(service.desired(), service.rules());
    }

    /**
     * Refuses a deployment that cannot take its first step.
     *
     * @throws EngineException when all tasks run that are desired, and none may be started or stopped
     */
    void require() {
        if (isStuck() && service.running() >= service.desired()) {
            throw new EngineException(FailureKind.SERVICE_UNSUITABLE, fact(), "", remedy());
        }
    }

    /** Returns what there is to fear when some of the desired tasks are missing now: their places can be taken, no others. */
    Optional<String> warning() {
        return isStuck() ? Optional.of(fact() + ". " + remedy()) : Optional.empty();
    }

    private boolean isStuck() {
        return service.rules().isRolling() && !update.canFinish();
    }

    private String fact() {
        return "A deployment of service " + service.name() + " cannot finish: with the desired count "
                + update.desired() + ", maximumPercent " + update.maximumPercent() + " allows "
                + tasks(update.maximum()) + " (rounded down) and minimumHealthyPercent "
                + update.minimumHealthyPercent() + " keeps " + tasks(update.minimum())
                + " healthy (rounded up), so that ECS can "
                + (update.maximum() < update.desired()
                        ? "never start all new tasks"
                        : "neither start a new task nor stop an old one");
    }

    private String remedy() {
        String lower = "minimumHealthyPercent of the service to at most " + update.sufficientMinimumPercent();
        if (service.rules().isDaemon()) {
            return "Set " + lower + ".";
        }
        if (update.maximum() < update.desired()) {
            return "Set maximumPercent of the service to at least " + update.sufficientMaximumPercent() + ".";
        }
        return "Set maximumPercent of the service to at least " + update.sufficientMaximumPercent() + ", or " + lower
                + ".";
    }

    private static String tasks(int count) {
        return count + (count == 1 ? " task" : " tasks");
    }
}
