package org.ecsdelivery.engine.event;

/** One thing the engine tells; every sentence, statistic and report is made of these. */
public sealed interface EngineEvent
        permits EngineEvent.PhaseStarted,
                EngineEvent.PhaseFinished,
                EngineEvent.Warned,
                ImageEvent,
                DeployEvent,
                ScanEvent,
                SetEvent,
                TaskEvent {

    /** The parts a step's log is folded into. */
    enum Phase {
        /** Looking at what is there before anything is changed. */
        PREFLIGHT,
        /** Telling what is about to change. */
        PLAN,
        /** Building the image. */
        BUILD,
        /** Pushing the image. */
        PUSH,
        /** Waiting for what a scan of the image finds. */
        SCAN,
        /** Registering the revision and updating the service. */
        UPDATE,
        /** Running what comes before the service is changed. */
        MIGRATION,
        /** Following the new tasks. */
        ROLLOUT,
        /** Following the old tasks. */
        DRAIN,
        /** Following ECS on its way back. */
        ROLLBACK,
        /** Running a task on its own. */
        TASK
    }

    /**
     * A phase begins; phases do not overlap.
     *
     * @param phase the phase
     */
    record PhaseStarted(Phase phase) implements EngineEvent {}

    /**
     * A phase ends, in success or not.
     *
     * @param phase the phase
     */
    record PhaseFinished(Phase phase) implements EngineEvent {}

    /**
     * Something the user should know although the step goes on.
     *
     * @param text full sentences, without secrets
     */
    record Warned(String text) implements EngineEvent {}
}
