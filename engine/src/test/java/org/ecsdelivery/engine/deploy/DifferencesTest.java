package org.ecsdelivery.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.Plan.Difference;
import org.junit.jupiter.api.Test;

/** What the plan says of everything but the image. */
class DifferencesTest extends DeployOnTest {
    private static final String ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db";
    private static final RevisionChanges BEFORE = changes(Map.of("MODE", "old", "STAYS", "1"), Map.of("DB", ARN));

    @Test
    void namesVariablesWithoutTheirValues() {
        assertThat(differences(new RevisionChanges(
                        Map.of("MODE", "new", "STAYS", "1", "MORE", "2"),
                        Map.of(),
                        Set.of(),
                        false,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly(
                        new Difference("Variable MODE of container app", "set", "another value"),
                        new Difference("Variable MORE of container app", "", "set"));
    }

    @Test
    void namesVariablesThatGoBecauseAllOthersDo() {
        assertThat(differences(new RevisionChanges(
                        Map.of("MODE", "old"),
                        Map.of(),
                        Set.of(),
                        true,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly(new Difference("Variable STAYS of container app", "set", ""));
    }

    @Test
    void namesSecretsWithThePlaceTheyAreReadFrom() {
        assertThat(differences(changes(Map.of(), Map.of("DB", ARN + "2"))))
                .containsExactly(new Difference("Secret DB of container app", ARN, ARN + "2"));
    }

    @Test
    void saysThatAVariableBecomesASecret() {
        assertThat(differences(changes(Map.of(), Map.of("MODE", ARN))))
                .containsExactly(
                        new Difference("Variable MODE of container app", "set", ""),
                        new Difference("Secret MODE of container app", "", ARN));
    }

    @Test
    void namesCommandSizeAndRoles() {
        assertThat(differences(new RevisionChanges(
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        false,
                        List.of("serve", "--fast"),
                        Optional.of("512"),
                        Optional.of("1024"),
                        Optional.of("arn:task"),
                        Optional.of("arn:execution"))))
                .containsExactly(
                        new Difference("Command of container app", "", "serve --fast"),
                        new Difference("CPU units", "", "512"),
                        new Difference("Memory, MiB", "", "1024"),
                        new Difference("Task role", "", "arn:task"),
                        new Difference("Execution role", "", "arn:execution"));
    }

    @Test
    void namesTagsWithoutTheirValues() {
        assertThat(differences(RevisionChanges.NONE.tagged(Map.of("team", "shop"))))
                .containsExactly(new Difference("Tag team", "", "set"));
    }

    @Test
    void registersWhatThePlanSays() {
        rollsOut();
        time.at(seconds(60), this::targetsGone);

        run(settings.changing(changes(Map.of("MODE", "new"), Map.of("DB", ARN))));

        assertThat(ecs.revision(ecs.revisionArn(2)).containers().get(0).variables())
                .satisfies(variables -> {
                    assertThat(variables.plain()).containsExactly(Map.entry("MODE", "new"));
                    assertThat(variables.secrets()).containsExactly(Map.entry("DB", ARN));
                });
    }

    private List<Difference> differences(RevisionChanges changes) {
        String base = ecs.register(ecs.revisionArn(1), new ContainerName("app"), settings.image(), BEFORE, Map.of());
        ecs.newPrimary("ecs-svc/2", 2, "");
        assertThat(base).isEqualTo(ecs.revisionArn(2));
        run(settings.changing(changes).asDryRun());
        return all(DeployEvent.Planned.class).get(0).plan().differences().stream()
                .filter(each -> !each.what().startsWith("Image"))
                .toList();
    }

    private static RevisionChanges changes(Map<String, String> environment, Map<String, String> secrets) {
        return new RevisionChanges(
                environment,
                secrets,
                Set.of(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
