package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.ecsdelivery.common.settings.PipelineCheck;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A load balancer that no listener sends requests through, and what a deployment makes of it before it begins. */
class SurroundingsWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws();

    @BeforeEach
    void leaveTheTargetGroupWithoutAListener() {
        step.service(1)
                .container("web", 8080)
                .targetGroup(step.targetGroup("web", Duration.ofSeconds(5)))
                .create();
    }

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void isRefusedBeforeAnythingIsChanged() {
        step.checkingThePipeline(PipelineCheck.FAIL);

        EngineException refusal = catchThrowableOfType(EngineException.class, step::run);

        assertThat(refusal.kind()).isEqualTo(FailureKind.PIPELINE_UNSOUND);
        assertThat(refusal).hasMessageContaining("target group web: ").hasMessageContaining("deploy.pipelineCheck");
        assertThat(step.aws.calls().count("ecs", "RegisterTaskDefinition")).isZero();
    }

    @Test
    void isWarnedOf() {
        step.checkingThePipeline(PipelineCheck.WARN);

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(step.warnings()).anyMatch(text -> text.startsWith("target group web: "));
    }

    @Test
    void isNotLookedForByDefault() {
        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(step.aws.calls().count("elasticloadbalancing", "DescribeRules"))
                .isZero();
        assertThat(step.aws.calls().count("ec2", "DescribeSecurityGroups")).isZero();
    }
}
