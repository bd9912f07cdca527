package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the step looks at before it changes anything, over the wire. */
class PreflightWireTest {
    private final StepOnLocalAws step = new StepOnLocalAws();

    @AfterEach
    void close() {
        step.close();
    }

    @Test
    void refusesADigestThatTheRepositoryDoesNotHave() {
        step.service(1).create();
        step.image("123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/web@sha256:" + "0".repeat(64));

        EngineException refusal = catchThrowableOfType(EngineException.class, step::run);

        assertThat(refusal.kind()).isEqualTo(FailureKind.IMAGE_NOT_FOUND);
        assertThat(refusal).hasMessageContaining("in its repository");
        assertThat(step.aws.calls().count("ecs", "RegisterTaskDefinition")).isZero();
    }

    @Test
    void findsTheImageAndTheLogGroupThatAreThere() {
        step.service(1).create();

        assertThat(step.run()).isInstanceOf(DeployResult.Succeeded.class);
        assertThat(step.aws.calls().count("logs", "DescribeLogGroups")).isEqualTo(1);
        assertThat(notes()).noneMatch(note -> note.contains("was not checked"));
    }

    @Test
    void notesNothingOfATagThatItHasJustLookedUp() {
        step.service(1).create();
        step.image(TaggedImage.pushed(step.aws, "shop/web", "7"));

        step.run();

        assertThat(notes()).noneMatch(note -> note.contains("was not checked"));
    }

    private List<String> notes() {
        return step.told(DeployEvent.Planned.class).get(0).plan().notes();
    }
}
