package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.requirements.RequirementType;
import jetbrains.buildServer.serverSide.InvalidProperty;
import jetbrains.buildServer.serverSide.RunType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServerTest {
    @TempDir
    static Path directory;

    private static LocalTeamCity teamCity;

    @BeforeAll
    static void loadTinyPlugin() throws Exception {
        teamCity = LocalTeamCity.load(TinyPlugin.write(TinyPlugin.parts(), directory), directory.resolve("data"));
    }

    @AfterAll
    static void close() {
        teamCity.close();
    }

    @Test
    void readsTheDescriptor() {
        ServerDescriptor descriptor = teamCity.server().descriptor();
        assertThat(descriptor.name()).isEqualTo("tiny");
        assertThat(descriptor.minBuild()).isEqualTo(156166);
        assertThat(descriptor.separateClassLoader()).isTrue();
        assertThat(descriptor.nodeAware()).isFalse();
        assertThat(descriptor.parameters()).containsEntry("colour", "green");
    }

    @Test
    void findsTheRunTypesThatRegisteredThemselves() {
        assertThat(teamCity.server().runTypes()).extracting(RunType::getType).containsExactly("tiny");
        assertThat(teamCity.runnableTypes()).containsExactly("tiny");
    }

    @Test
    void leadsToThePagesOfThePlugin() {
        assertThat(teamCity.server().runType("tiny").getEditRunnerParamsJspFilePath())
                .isEqualTo("/plugins/tiny/edit.jsp");
    }

    @Test
    void readsPagesFromThePluginsWebResources() {
        assertThat(teamCity.server().webResource("/plugins/tiny/edit.jsp"))
                .hasValueSatisfying(page ->
                        assertThat(page).asString(StandardCharsets.UTF_8).contains("<props:textProperty"));
        assertThat(teamCity.server().webResource("/plugins/tiny/view.jsp")).isEmpty();
        assertThat(teamCity.server().webResource("/plugins/huge/edit.jsp")).isEmpty();
    }

    @Test
    void validatesAsTheSettingsPageDoes() {
        assertThat(teamCity.server().validate("tiny", Map.of()))
                .containsExactly(new InvalidProperty("do", "Say what to do"));
        assertThat(teamCity.server().validate("tiny", Map.of("do", "%unresolved%")))
                .isEmpty();
    }

    @Test
    void fillsInDefaultsWhenAStepIsAdded() {
        assertThat(teamCity.server().step("one", "tiny", Map.of("do", "echo")).parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("do", "echo", "text", "by default"));
    }

    @Test
    void refusesAStepItsPageWouldRefuse() {
        assertThatThrownBy(() -> teamCity.server().step("one", "tiny", Map.of()))
                .hasMessage("The step 'one' is not valid. do: Say what to do");
    }

    @Test
    void describesAStepAndItsRequirements() {
        assertThat(teamCity.server().describe("tiny", Map.of("do", "echo"))).isEqualTo("Does echo");
        assertThat(teamCity.server().requirements("tiny", Map.of("docker", "yes")))
                .containsExactly(new Requirement("docker.server.version", null, RequirementType.EXISTS));
    }

    @Test
    void namesTheRunTypesThereAreWhenOneIsUnknown() {
        assertThatThrownBy(() -> teamCity.server().runType("huge"))
                .hasMessage("No run type huge is registered; there are [simpleRunner, tiny].");
    }
}
