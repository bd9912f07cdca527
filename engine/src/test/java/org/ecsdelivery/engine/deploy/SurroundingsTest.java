package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.PipelineCheck;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.engine.doctor.ContainerFacts;
import org.ecsdelivery.engine.doctor.RoleFacts;
import org.ecsdelivery.engine.doctor.Seen;
import org.ecsdelivery.engine.doctor.SoundPipeline;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.junit.jupiter.api.Test;

/** What the doctor has to say before a deployment begins. */
class SurroundingsTest extends DeployOnTest {
    @Test
    void asksForNothingUnlessItIsToldTo() {
        pipelines = (cluster, service) -> {
            throw new AssertionError("nobody asked for this");
        };
        rollsOut();

        assertThat(run(until(FinishLevel.LIVE))).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void deploysWithAWarningOfWhatItStandsIn() {
        stands(pipeline -> {
            pipeline.routes = List.of();
            return pipeline;
        });
        rollsOut();

        assertThat(run(checking(PipelineCheck.WARN))).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(warnings())
                .anySatisfy(text -> assertThat(text)
                        .startsWith("target group shop-qa: no listener and no listener rule sends requests to it.")
                        .contains("Fix: aws elbv2 create-rule"));
    }

    @Test
    void refusesEverythingAtOnceAndChangesNothing() {
        stands(pipeline -> {
            pipeline.routes = List.of();
            pipeline.roles =
                    Seen.of(List.of(new RoleFacts("executionRoleArn", "arn:x:role/gone", false, true, Seen.of(true))));
            return pipeline;
        });

        assertThatThrownBy(() -> run(checking(PipelineCheck.FAIL)))
                .isInstanceOfSatisfying(
                        EngineException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.PIPELINE_UNSOUND))
                .hasMessageContaining("2 things stand against the deployment")
                .hasMessageContaining("no listener and no listener rule")
                .hasMessageContaining("there is no such role")
                .hasMessageContaining("Check the pipeline (deploy.pipelineCheck) is FAIL.");
        assertThat(all(DeployEvent.Planned.class)).isEmpty();
    }

    @Test
    void leavesToTheOtherChecksWhatTheySay() {
        stands(pipeline -> {
            pipeline.containers = Seen.of(List.of(new ContainerFacts("web", Optional.empty(), Optional.empty())));
            return pipeline;
        });
        rollsOut();

        assertThat(run(checking(PipelineCheck.FAIL))).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void doesNotJudgeRolesThatTheRevisionWillNotHave() {
        stands(pipeline -> {
            pipeline.roles =
                    Seen.of(List.of(new RoleFacts("taskRoleArn", "arn:x:role/gone", false, true, Seen.of(true))));
            return pipeline;
        });
        rollsOut();
        DeploySettings other = checking(PipelineCheck.FAIL)
                .changing(new RevisionChanges(
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        false,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("arn:aws:iam::111122223333:role/other"),
                        Optional.empty()));

        assertThat(run(other)).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void notesWhatItMayNotSee() {
        stands(pipeline -> {
            pipeline.roles = Seen.hidden("iam:GetRole is missing.");
            return pipeline;
        });
        rollsOut();

        run(checking(PipelineCheck.FAIL));

        assertThat(all(DeployEvent.Planned.class).get(0).plan().notes())
                .contains("Not checked, roles: iam:GetRole is missing.");
    }

    @Test
    void deploysWhereTheDoctorMayNotLookAtAll() {
        pipelines = (cluster, service) -> {
            throw new AccessDenied("ecs:DescribeServices", "shop-qa", "no", null);
        };
        rollsOut();

        assertThat(run(checking(PipelineCheck.FAIL))).isInstanceOf(DeployResult.Succeeded.class);
    }

    @Test
    void warnsThatTheWireBroke() {
        pipelines = (cluster, service) -> {
            throw new TransientFailure("IAM does not answer", "reset", null);
        };
        rollsOut();

        assertThat(run(checking(PipelineCheck.WARN))).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(warnings())
                .anySatisfy(text -> assertThat(text).startsWith("What the service stands in was not checked: "));
    }

    private void stands(UnaryOperator<SoundPipeline> change) {
        pipelines = (cluster, service) -> SoundPipeline.with(change);
    }

    private DeploySettings checking(PipelineCheck how) {
        return until(FinishLevel.LIVE).toBuilder().pipelineCheck(how).build();
    }
}
