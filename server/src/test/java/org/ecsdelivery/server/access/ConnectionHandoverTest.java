package org.ecsdelivery.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.parameters.ValueResolver;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SRunnerContext;
import jetbrains.buildServer.serverSide.SRunningBuild;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class ConnectionHandoverTest {
    private final SRunningBuild build = mock(SRunningBuild.class);
    private final SBuildType configuration = mock(SBuildType.class);
    private final SceneOfProjects scene = new SceneOfProjects();
    private final List<SRunnerContext> steps = new ArrayList<>();
    private final Map<String, String> references = new HashMap<>();
    private final List<ConnectionAccess> asked = new ArrayList<>();

    @BeforeEach
    void aBuildThatStarts() {
        when(build.getBuildType()).thenReturn(configuration);
        when(configuration.getProject()).thenReturn(scene.project);
        when(build.getStartDate()).thenReturn(Date.from(Instant.parse("2026-11-21T12:00:00Z")));
        ValueResolver resolver = mock(ValueResolver.class);
        when(build.getValueResolver()).thenReturn(resolver);
        when(resolver.resolve(anyMap())).thenAnswer(call -> {
            Map<String, String> resolved = new HashMap<>(call.<Map<String, String>>getArgument(0));
            resolved.replaceAll((name, value) -> references.getOrDefault(value, value));
            return resolved;
        });
    }

    private Map<String, String> step(String type, String... parameters) {
        Map<String, String> all = new HashMap<>();
        for (int index = 0; index < parameters.length; index += 2) {
            all.put(parameters[index], parameters[index + 1]);
        }
        SRunnerContext step = mock(SRunnerContext.class);
        when(step.getType()).thenReturn(type);
        when(step.isEnabled()).thenReturn(true);
        when(step.getParameters()).thenReturn(all);
        doAnswer(call -> all.put(call.getArgument(0), call.getArgument(1)))
                .when(step)
                .addRunnerParameter(anyString(), anyString());
        steps.add(step);
        return all;
    }

    private ConnectionAccess temporary(ConnectionAccess wanted) {
        asked.add(wanted);
        return new ConnectionAccess(
                wanted.id(),
                wanted.minutes(),
                Optional.of(new AwsAccess.Keys("ASIA7", Secret.of("s3cret"), Optional.of(Secret.of("t0%ken")))),
                Optional.of(new AwsRegion("eu-west-1")),
                Optional.empty(),
                Optional.empty());
    }

    private void start(ConnectionCredentials credentials) {
        BuildStartContext context = mock(BuildStartContext.class);
        when(context.getBuild()).thenReturn(build);
        doReturn(steps).when(context).getRunnerContexts();
        new ConnectionHandover(credentials).updateParameters(context);
    }

    private void start() {
        start((project, wanted) -> temporary(wanted));
    }

    @Test
    void handsTheCredentialsToTheStepThatNamesAConnection() {
        Map<String, String> step = step(RunTypeId.DEPLOY, "aws.connection", "PROJECT_EXT_7");

        start();

        assertThat(step)
                .containsEntry("ecs-delivery.connection.accessKeyId", "ASIA7")
                .containsEntry("secure:ecs-delivery.connection.secretAccessKey", "s3cret")
                .containsEntry("ecs-delivery.connection.region", "eu-west-1")
                .containsEntry("ecs-delivery.connection.end", "2026-11-21T13:00:00Z");
    }

    @Test
    void hidesPercentSignsFromTeamCitysReferences() {
        Map<String, String> step = step(RunTypeId.DEPLOY, "aws.connection", "PROJECT_EXT_7");

        start();

        assertThat(step).containsEntry("secure:ecs-delivery.connection.sessionToken", "t0%%ken");
    }

    @Test
    void keepsEverySecretUnderANameThatTeamCityMasks() {
        Map<String, String> step = step(RunTypeId.DEPLOY, "aws.connection", "PROJECT_EXT_7");

        start();

        assertThat(step.entrySet())
                .filteredOn(each ->
                        each.getValue().contains("s3cret") || each.getValue().contains("t0"))
                .hasSize(2)
                .allMatch(each -> each.getKey().startsWith("secure:"));
    }

    @Test
    void asksOnceForAllStepsThatWantTheSame() {
        step(RunTypeId.IMAGE, "aws.connection", "PROJECT_EXT_7");
        Map<String, String> second = step(RunTypeId.DEPLOY, "aws.connection", "PROJECT_EXT_7");

        start();

        assertThat(asked).hasSize(1);
        assertThat(second).containsKey("ecs-delivery.connection.accessKeyId");
    }

    @Test
    void asksForTheDurationOfTheStep() {
        step(RunTypeId.TASK, "aws.connection", "PROJECT_EXT_7", "aws.connectionMinutes", "240");

        start();

        assertThat(asked).singleElement().returns(240, ConnectionAccess::minutes);
    }

    @Test
    void resolvesReferencesBeforeItAsks() {
        references.put("%aws%", "PROJECT_EXT_7");
        step(RunTypeId.DEPLOY, "aws.connection", "%aws%");

        start();

        assertThat(asked).singleElement().returns("PROJECT_EXT_7", ConnectionAccess::id);
    }

    @Test
    void leavesStepsAloneThatAreNotOursOrNameNoConnection() {
        Map<String, String> foreign = step("simpleRunner", "aws.connection", "PROJECT_EXT_7");
        Map<String, String> plain = step(RunTypeId.DEPLOY, "aws.connection", " ");

        start();

        assertThat(asked).isEmpty();
        assertThat(foreign).hasSize(1);
        assertThat(plain).hasSize(1);
    }

    @Test
    void asksNothingForAStepThatIsSwitchedOff() {
        step(RunTypeId.DEPLOY, "aws.connection", "PROJECT_EXT_7");
        when(steps.get(0).isEnabled()).thenReturn(false);

        start();

        assertThat(asked).isEmpty();
    }

    @Test
    void givesNoEndToKeysThatHaveNone() {
        Map<String, String> step = step(RunTypeId.DEPLOY, "aws.connection", "PROJECT_EXT_7");

        start((project, wanted) -> new ConnectionAccess(
                wanted.id(),
                wanted.minutes(),
                Optional.of(new AwsAccess.Keys("AKIA", Secret.of("s3cret"), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        assertThat(step)
                .containsKey("ecs-delivery.connection.accessKeyId")
                .doesNotContainKey("ecs-delivery.connection.end");
    }

    @Test
    void failsTheBuildAtOnceWhenAConnectionGivesNothing() {
        Map<String, String> step = step(RunTypeId.DEPLOY, "aws.connection", "PROJECT_EXT_7");

        start((project, wanted) -> {
            throw new ConnectionRefused("AWS connection Production gave no credentials: 100% denied");
        });

        ArgumentCaptor<BuildProblemData> problem = ArgumentCaptor.forClass(BuildProblemData.class);
        verify(build).addBuildProblem(problem.capture());
        assertThat(problem.getValue().getDescription()).contains("100% denied", "aws.connection", "PROJECT_EXT_7");
        assertThat(step)
                .containsEntry(
                        "ecs-delivery.connection.refusal",
                        "AWS connection Production gave no credentials: 100%% denied")
                .doesNotContainKey("ecs-delivery.connection.accessKeyId");
    }

    @Test
    void tellsOneProblemForAllStepsThatWantTheSame() {
        step(RunTypeId.IMAGE, "aws.connection", "PROJECT_EXT_7");
        step(RunTypeId.DEPLOY, "aws.connection", "PROJECT_EXT_7");

        start((project, wanted) -> {
            throw new ConnectionRefused("denied");
        });

        verify(build).addBuildProblem(any());
    }

    @Test
    void saysNothingAboutABuildWithoutConnections() {
        step(RunTypeId.DEPLOY);

        start();

        verify(build, never()).addBuildProblem(any());
    }

    @Test
    void standsBeforeTeamCitysCollectingOfPasswords() {
        assertThat(new ConnectionHandover((project, wanted) -> wanted)
                        .getConstraint()
                        .getBefore())
                .containsExactly(
                        "jetbrains.buildServer.serverSide.parameters.types.PasswordsBuildStartContextProcessor");
    }
}
