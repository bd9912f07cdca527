package org.ecsdelivery.server.deployment;

import java.util.Optional;
import jetbrains.buildServer.serverSide.SBuild;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * ECS's records of deployments, as the server asks for them with the credentials of a step. Every method may throw {@link AccessDenied}
 * and {@link TransientFailure}.
 */
interface EcsRecords extends AutoCloseable {
    /** Finds the newest record that brings a revision to a service. */
    Optional<EcsRecord> find(String cluster, String service, String taskDefinition);

    /** Looks at a record; empty when ECS has forgotten it. */
    Optional<EcsRecord> look(String arn);

    /**
     * Has ECS take a deployment back.
     *
     * @throws EngineException when it is over, or ECS cannot take it back
     */
    void turnBack(String arn);

    /**
     * Answers every pause hook at which a deployment waits.
     *
     * @return how many waited
     * @throws EngineException when ECS does not take an answer, as when somebody else gave one first
     */
    int answer(String arn, PauseAnswer answer);

    @Override
    void close();

    /** What somebody says at a pause hook. */
    enum PauseAnswer {
        /** The deployment goes on. */
        CONTINUE,
        /** It goes back. */
        ROLL_BACK
    }

    /** The way to them. */
    @FunctionalInterface
    interface Door {
        /**
         * Opens it with the credentials of a step.
         *
         * @throws EngineException when the server does not know them; the text says why, and what can
         */
        EcsRecords open(SBuild build, JournalEntry deployment);
    }
}
