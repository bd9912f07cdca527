package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.ecs.FileState;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TaskTraits;
import org.ecsdelivery.engine.ecs.Variables;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.Plan;
import org.ecsdelivery.engine.event.Plan.Difference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A revision that is made from a file of the checkout. */
class DefinitionFileTest extends DeployOnTest {
    private DeploySettings fromFile;

    @BeforeEach
    void prepareTheFile() {
        RevisionState now = ecs.revision(ecs.revisionArn(1));
        List<RevisionState.Container> containers = new ArrayList<>();
        containers.add(container("app", new Variables(Map.of("MODE", "new"), Map.of())));
        containers.add(container("proxy", Variables.NONE));
        RevisionState inFile = new RevisionState(
                "arn:aws:ecs:eu-central-1:123456789012:task-definition/deploy/web.json",
                now.networkMode(),
                new TaskTraits("512", "", "", ""),
                containers,
                Map.of(),
                Optional.empty());
        ecs.withFile("deploy/web.json", new FileState(inFile, List.of("quantum (line 3)")));
        fromFile = settings.toBuilder()
                .container(Optional.of(new ContainerName("app")))
                .changes(RevisionChanges.NONE.from(
                        DefinitionFile.at("deploy/web.json", Map.of()).holding("{}")))
                .build();
    }

    private static RevisionState.Container container(String name, Variables variables) {
        return new RevisionState.Container(
                new ContainerName(name),
                "of the file",
                Optional.of(new RevisionState.LogTarget("/prod/web", "web")),
                seconds(30),
                Optional.empty(),
                List.of(8080),
                List.of(),
                variables,
                List.of());
    }

    private Plan plan() {
        return events.stream()
                .filter(DeployEvent.Planned.class::isInstance)
                .map(event -> ((DeployEvent.Planned) event).plan())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsInThePlanWhatTheFileMakesDifferent() {
        run(fromFile.asDryRun());

        assertThat(plan().differences())
                .contains(
                        new Difference("Image of container app", "registry/web@old", HOST + "/shop/web@" + DIGEST),
                        new Difference("Made from", "web:1", "deploy/web.json"),
                        new Difference("Image of container proxy", "", "of the file"),
                        new Difference("Variable MODE of container app", "", "set"),
                        new Difference("CPU units", "", "512"));
        assertThat(plan().notes())
                .contains("deploy/web.json has fields that are not known here and are registered as they are:"
                        + " quantum (line 3).");
    }

    @Test
    void bringsARevisionWithTheContainersOfTheFile() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);

        run(fromFile);

        assertThat(ecs.revision(ecs.revisionArn(2)).containers())
                .extracting(each -> each.name().value())
                .containsExactly("app", "proxy");
    }
}
