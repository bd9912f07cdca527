package org.ecsdelivery.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.dsl.files.SettingsDirectory;
import org.ecsdelivery.sandbox.teamcity.BuildStep;
import org.ecsdelivery.sandbox.teamcity.LocalTeamCity;
import org.ecsdelivery.sandbox.teamcity.settings.ProjectSettings;
import org.ecsdelivery.sandbox.teamcity.settings.SettingsNotAccepted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The XML of the worked example and the halves of the zip; the demonstration runs both. */
class PackedExampleIT {
    private static final Path EXAMPLE = Path.of("..", "sandbox", "sample-app", ".teamcity");
    private static final String STAGE = "Shop/buildTypes/Shop_Stage.xml";

    @TempDir
    private Path work;

    private LocalTeamCity teamCity;

    @BeforeEach
    void start() {
        teamCity = LocalTeamCity.load(PackedPlugin.zip(), work.resolve("teamcity"));
    }

    @AfterEach
    void stop() {
        teamCity.close();
    }

    @Test
    void isAcceptedByTheServerHalfAndRunsOnTheAgentHalf() {
        ProjectSettings settings = ProjectSettings.load(EXAMPLE, teamCity.server());

        Set<String> types = settings.ids().stream()
                .flatMap(id -> settings.configuration(id).steps().stream())
                .map(BuildStep::type)
                .filter(type -> !type.equals("simpleRunner"))
                .collect(Collectors.toSet());
        assertThat(teamCity.runnableTypes()).containsAll(types);
        assertThat(types)
                .containsExactlyInAnyOrder("ecs-delivery-coverage", "ecs-delivery-image", "ecs-delivery-deploy");
    }

    @Test
    void isRefusedByTheServerHalfForEveryStageWhenTheTemplateIsWrong() throws Exception {
        SettingsDirectory copy = SettingsDirectory.at(work.resolve("settings"));
        copy.write(SettingsDirectory.at(EXAMPLE).read());
        Path stage = work.resolve("settings").resolve(STAGE);
        Files.writeString(stage, Files.readString(stage).replace("value=\"STOPPED\"", "value=\"PERHAPS\""));

        assertThatThrownBy(() -> ProjectSettings.load(work.resolve("settings"), teamCity.server()))
                .isInstanceOf(SettingsNotAccepted.class)
                .message()
                .satisfies(text -> assertThat(text.lines()
                                .filter(line -> line.contains("step deploy (Deploy to ECS), deploy.finishLevel:"))
                                .map(line -> line.substring(0, line.indexOf(','))))
                        .containsExactlyElementsOf(List.of(
                                "build configuration Shop_Dev",
                                "build configuration Shop_Prod",
                                "build configuration Shop_Qa")));
    }
}
