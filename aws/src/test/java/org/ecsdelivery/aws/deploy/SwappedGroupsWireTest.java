package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Blue and green target groups, which change places with every deployment, over the wire. */
class SwappedGroupsWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws().within(Duration.ofMinutes(60));
    private final String blue = step.targetGroup("web-blue", StepOnLocalAws.DELAY);
    private final String green = step.targetGroup("web-green", StepOnLocalAws.DELAY);

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void theNextDeploymentIsFollowedOutOfTheGroupThatTheFirstOneMovedTo() {
        step.service(2).targetGroup(blue).blueGreen(green, 0).create();
        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        Instant between = step.time.instant();
        TaggedImage.pushed(step.aws, "shop/next", "second");
        step.image("123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/next@" + TaggedImage.DIGEST);

        assertThat(step.finishAt(FinishLevel.DRAINED).run()).isInstanceOf(DeployResult.Succeeded.class);

        assertThat(step.aws.elb().size(blue)).isEqualTo(2);
        assertThat(step.lastTargetGone(green)).isAfter(between);
        assertThat(step.time.instant()).isAfterOrEqualTo(step.lastTargetGone(green));
    }
}
