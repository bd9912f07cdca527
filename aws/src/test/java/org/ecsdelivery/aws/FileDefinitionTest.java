package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.common.settings.DefinitionFile;
import org.ecsdelivery.engine.ecs.FileState;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.failure.EngineException;
import org.junit.jupiter.api.Test;

class FileDefinitionTest {
    private static final String BASE = "arn:aws:ecs:eu-central-1:123456789012:task-definition/web:7";

    private static FileDefinition read(String text) {
        return read(text, Map.of());
    }

    private static FileDefinition read(String text, Map<String, String> values) {
        return FileDefinition.of(DefinitionFile.at("deploy/web.json", values).holding(text));
    }

    private static AbstractThrowableAssert<?, ?> refusal(String text) {
        return assertThatThrownBy(() -> read(text)).isInstanceOf(EngineException.class);
    }

    @Test
    void readsABareDefinition() {
        FileState state = read("""
                {"family": "web", "cpu": "256", "containerDefinitions": [
                  {"name": "app", "image": "web:1", "stopTimeout": 90, "portMappings": [{"containerPort": 80}],
                   "logConfiguration": {"logDriver": "awslogs", "options": {
                     "awslogs-group": "/prod/web", "awslogs-stream-prefix": "web"}}}]}""").state(BASE);
        assertThat(state.unknown()).isEmpty();
        assertThat(state.definition().id()).isEqualTo("web.json");
        assertThat(state.definition().traits().cpu()).isEqualTo("256");
        assertThat(state.definition().containers()).singleElement().satisfies(app -> {
            assertThat(app.name().value()).isEqualTo("app");
            assertThat(app.stopTimeout()).hasSeconds(90);
            assertThat(app.log()).contains(new RevisionState.LogTarget("/prod/web", "web"));
        });
    }

    @Test
    void readsWhatDescribeTaskDefinitionAnswersAndLeavesOutWhatEcsSets() {
        FileDefinition file = read("""
                {"tags": [{"key": "team", "value": "shop"}],
                 "taskDefinition": {"taskDefinitionArn": "arn:x", "revision": 3, "registeredAt": "2026-01-01T00:00:00Z",
                  "family": "web", "compatibilities": ["EC2"], "containerDefinitions": [{"name": "app"}]}}""");
        assertThat(file.unknown()).isEmpty();
        assertThat(file.tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.value()).isEqualTo("shop"));
        assertThat(file.state(BASE).definition().containers()).hasSize(1);
    }

    @Test
    void takesTheFamilyOfTheServiceWhereTheFileNamesNone() {
        RawObject raw = read("{\"containerDefinitions\": [{\"name\": \"app\"}]}")
                .copy("web", java.util.List.of())
                .base();
        assertThat(raw.text("family")).isEqualTo("web");
    }

    @Test
    void notesFieldsThatNobodyKnowsWithTheirLines() {
        assertThat(read("{\"containerDefinitions\": [\n{\"name\": \"app\",\n\"enviroment\": []}],\n\"quantum\": 1}")
                        .unknown())
                .containsExactly("containerDefinitions[0].enviroment (line 3)", "quantum (line 4)");
    }

    @Test
    void namesFileLineAndFieldOfAValueThatDoesNotFit() {
        refusal("{\"containerDefinitions\": [\n{\"name\": \"app\",\n\"cpu\": \"256\"}]}")
                .hasMessageContaining(
                        "Task definition file (deploy.taskDefinitionFile): deploy/web.json, line 3: containerDefinitions[0].cpu"
                                + " is not a whole number");
        refusal("{\"cpu\": 256}").hasMessageContaining("line 1: cpu is not a text");
        refusal("{\"containerDefinitions\": {}}").hasMessageContaining("line 1: containerDefinitions is not a list");
    }

    @Test
    void namesLineAndColumnOfWhatIsNoJsonAndQuotesNothingOfIt() {
        refusal("{\"family\": \"web\",\n  \"password\": hunter2}")
                .hasMessageContaining("deploy/web.json, line 2, column")
                .hasMessageNotContaining("hunter2");
        refusal("{\"a\": 1, \"a\": 2}").hasMessageContaining("a name stands twice");
        refusal("[]").hasMessageContaining("this is not an object");
        refusal("{\"containerDefinitions\": [{\"name\": \"app\"}]} {}").hasMessageContaining("there is more");
        refusal("").hasMessageContaining("line 1: this is not an object");
    }

    @Test
    void wantsContainersWithNames() {
        refusal("{\"family\": \"web\"}").hasMessageContaining("containerDefinitions has no container");
        refusal("{\"taskDefinition\": 7}").hasMessageContaining("taskDefinition is not an object");
        refusal("{\"containerDefinitions\": [{\"image\": \"web:1\"}]}")
                .hasMessageContaining("containerDefinitions[0].name is missing");
    }

    @Test
    void putsValuesInTheirPlacesAndLeavesOtherPlacesAlone() {
        FileDefinition file = read(
                "{\"containerDefinitions\": [{\"name\": \"app\", \"stopTimeout\": ${stop},"
                        + " \"command\": [\"${MODE}\", \"echo ${HOME}\"]}]}",
                Map.of("MODE", "say \"hi\"\n", "stop", "7"));
        assertThat(file.model().containerDefinitions().get(0).command())
                .containsExactly("say \"hi\"\n", "echo ${HOME}");
        assertThat(file.model().containerDefinitions().get(0).stopTimeout()).isEqualTo(7);
    }

    @Test
    void refusesAValueThatTheFileHasNoPlaceFor() {
        assertThatThrownBy(() -> read("{\"family\": \"${STAGE}\"}", Map.of("STAGES", "prod")))
                .hasMessageContaining(
                        "deploy.taskDefinitionValues): there is no ${STAGES} in deploy/web.json, which STAGES could be for");
    }
}
