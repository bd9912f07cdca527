package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What whoever looks after deployments may rely on, of the stand-in in memory and of ECS behind its wire. */
abstract class EcsRecordsContract {
    /** Returns a service {@code web} in cluster {@code prod} with a deployment under way, to {@link #revision()}. */
    abstract EcsRecords underWay();

    /** Returns the ARN of the revision that is being deployed. */
    abstract String revision();

    @Test
    void findsTheDeploymentOfARevision() {
        try (EcsRecords ecs = underWay()) {
            assertThat(ecs.find("prod", "web", revision()))
                    .get()
                    .matches(record -> !record.isOver() && !record.isOnItsWayBack());
        }
    }

    @Test
    void findsNoDeploymentOfARevisionThatWasNeverDeployed() {
        try (EcsRecords ecs = underWay()) {
            assertThat(ecs.find("prod", "web", revision() + "99")).isEmpty();
        }
    }

    @Test
    void looksAtADeploymentByItsArn() {
        try (EcsRecords ecs = underWay()) {
            EcsRecord found = ecs.find("prod", "web", revision()).orElseThrow();

            assertThat(ecs.look(found.arn())).contains(found);
        }
    }

    @Test
    void turnsADeploymentBack() {
        try (EcsRecords ecs = underWay()) {
            String arn = ecs.find("prod", "web", revision()).orElseThrow().arn();

            ecs.turnBack(arn);

            assertThat(ecs.look(arn)).get().matches(EcsRecord::isOnItsWayBack);
        }
    }

    @Test
    void answersNothingWhereNothingWaits() {
        try (EcsRecords ecs = underWay()) {
            String arn = ecs.find("prod", "web", revision()).orElseThrow().arn();

            assertThat(ecs.answer(arn, EcsRecords.PauseAnswer.CONTINUE)).isZero();
        }
    }
}
