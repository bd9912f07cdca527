package org.ecsdelivery.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.messages.Status;
import jetbrains.buildServer.serverSide.Branch;
import jetbrains.buildServer.serverSide.BuildStartContext;
import jetbrains.buildServer.serverSide.Parameter;
import jetbrains.buildServer.serverSide.SBuild;
import jetbrains.buildServer.serverSide.SBuildFeatureDescriptor;
import jetbrains.buildServer.serverSide.SBuildType;
import jetbrains.buildServer.serverSide.SFinishedBuild;
import jetbrains.buildServer.serverSide.SRunningBuild;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifact;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifacts;
import jetbrains.buildServer.serverSide.artifacts.BuildArtifactsViewMode;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnvFileHandoverTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final EnvFileHandover handover = new EnvFileHandover();
    private final BuildStartContext context = mock(BuildStartContext.class);
    private final SRunningBuild build = mock(SRunningBuild.class);
    private final SBuildType configuration = mock(SBuildType.class);
    private final StorageThatRemembers storage = new StorageThatRemembers();
    private final List<SFinishedBuild> earlier = new ArrayList<>();
    private final Map<String, String> added = new HashMap<>();

    @BeforeEach
    void aBuildOfMainThatMakesAnEnvFile() {
        when(context.getBuild()).thenReturn(build);
        when(build.getBuildType()).thenReturn(configuration);
        when(configuration.getCustomDataStorage(anyString())).thenReturn(storage);
        doReturn(List.of(mock(SBuildFeatureDescriptor.class))).when(build).getBuildFeaturesOfType(EnvFileFeature.TYPE);
        on(build, "main");
        doAnswer(call -> added.put(call.getArgument(0), call.getArgument(1)))
                .when(context)
                .addSharedParameter(anyString(), anyString());
    }

    @Test
    void handsOverTheKeyAndNamesItAsAPassword() {
        handover.updateParameters(context);

        assertThat(added.get(EnvFileHistory.KEY)).matches("[0-9a-f]{64}");
        assertThat(handover.getPasswordParameters(build))
                .singleElement()
                .returns(EnvFileHistory.KEY, Parameter::getName)
                .returns(added.get(EnvFileHistory.KEY), Parameter::getValue);
    }

    @Test
    void standsBeforeTeamCitysCollectingOfPasswords() {
        assertThat(handover.getConstraint().getBefore())
                .containsExactly(
                        "jetbrains.buildServer.serverSide.parameters.types.PasswordsBuildStartContextProcessor");
    }

    @Test
    void leavesBuildsWithoutTheFeatureAlone() {
        doReturn(List.of()).when(build).getBuildFeaturesOfType(EnvFileFeature.TYPE);

        handover.updateParameters(context);

        assertThat(added).isEmpty();
        assertThat(handover.getPasswordParameters(build)).isEmpty();
        verify(configuration, never()).getCustomDataStorage(any());
        verify(build, never()).getPreviousFinished();
    }

    @Test
    void leavesABuildWhoseConfigurationIsGoneAlone() {
        when(build.getBuildType()).thenReturn(null);

        handover.updateParameters(context);

        assertThat(added).isEmpty();
        assertThat(handover.getPasswordParameters(build)).isEmpty();
    }

    @Test
    void makesNoKeyForABuildThatOnlyIsLookedAt() {
        assertThat(handover.getPasswordParameters(build)).isEmpty();
        assertThat(storage.getValues()).isEmpty();
    }

    @Test
    void handsOverTheHistoryOfTheBranchUnderTheNumberOfItsBuild() {
        earlier("8", "other", history("A"));
        earlier("7", "main", history("B"));
        earlier("6", "main", history("C"));

        assertThat(previous()).isEqualTo("7\n\t.env\nB=" + HASH + "\n");
    }

    @Test
    void takesTheHistoryOfABuildThatFailed() {
        when(earlier("7", "main", history("A")).getBuildStatus()).thenReturn(Status.FAILURE);

        assertThat(previous()).contains("A=");
    }

    @Test
    void passesOverPersonalBuildsAndBuildsThatLeftNone() {
        when(earlier("8", "main", history("A")).isPersonal()).thenReturn(true);
        publish(earlier("7", "main", ""), null);
        earlier("6", "main", history("B"));

        assertThat(previous()).startsWith("6\n");
    }

    @Test
    void fallsBackOnTheDefaultBranchForANewBranch() {
        on(build, "new");
        SFinishedBuild main = earlier("7", "main", history("A"));
        when(configuration.getLastChangesSuccessfullyFinished()).thenReturn(main);

        assertThat(previous()).startsWith("7\n");
    }

    @Test
    void handsOverNoHistoryToTheFirstBuild() {
        assertThat(previous()).isNull();
    }

    @Test
    void takesWhatHasNotTheFormOfAHistoryForNone() {
        earlier("9", "main", "nonsense");
        earlier("8", "main", "9\n\t.env\nA=no hash\n");
        earlier("7", "main", "9\n\t.env\nA=" + HASH + HASH + "\n");

        assertThat(previous()).isNull();
    }

    @Test
    void doesNotBelieveTheNumberThatTheArtifactStates() {
        earlier("7", "main", "%secret%\n\t.env\nA=" + HASH + "\n");

        assertThat(previous()).startsWith("7\n");
    }

    @Test
    void keepsReferencesInTheArtifactFromBeingResolved() {
        earlier("7", "main", "7\n\t%secret%/.env\n%other%=" + HASH + "\n");

        assertThat(previous()).isEqualTo("7\n\t%%secret%%/.env\n%%other%%=" + HASH + "\n");
    }

    @Test
    void takesAnArtifactThatIsTooLargeForNone() {
        StringBuilder large = new StringBuilder("7\n\t.env\n");
        for (int number = 0; large.length() <= EnvFileHistories.MOST_BYTES; number++) {
            large.append("A").append(number).append('=').append(HASH).append('\n');
        }
        earlier("7", "main", large.toString());

        assertThat(previous()).isNull();
    }

    @Test
    void takesAnArtifactThatCannotBeReadForNone() throws Exception {
        BuildArtifact broken = file("");
        when(broken.getInputStream()).thenThrow(new IOException("gone"));
        publish(earlier("7", "main", ""), broken);

        assertThat(previous()).isNull();
    }

    private String previous() {
        handover.updateParameters(context);
        return added.get(EnvFileHistory.PREVIOUS);
    }

    private static String history(String name) {
        return new EnvFileHistory("1", Map.of(".env", Map.of(name, HASH))).text();
    }

    private SFinishedBuild earlier(String number, String branch, String published) {
        SFinishedBuild finished = mock(SFinishedBuild.class);
        when(finished.getBuildNumber()).thenReturn(number);
        when(finished.getBuildStatus()).thenReturn(Status.NORMAL);
        on(finished, branch);
        publish(finished, file(published));
        var newer = earlier.isEmpty() ? build : earlier.get(earlier.size() - 1);
        when(newer.getPreviousFinished()).thenReturn(finished);
        earlier.add(finished);
        return finished;
    }

    private static void publish(SFinishedBuild finished, BuildArtifact artifact) {
        BuildArtifacts artifacts = mock(BuildArtifacts.class);
        when(artifacts.getArtifact(".teamcity/ecs-delivery/env-files.txt")).thenReturn(artifact);
        when(finished.getArtifacts(BuildArtifactsViewMode.VIEW_HIDDEN_ONLY)).thenReturn(artifacts);
    }

    private static BuildArtifact file(String text) {
        BuildArtifact artifact = mock(BuildArtifact.class);
        when(artifact.isFile()).thenReturn(true);
        try {
            when(artifact.getInputStream()).thenReturn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return artifact;
    }

    private static void on(SBuild build, String name) {
        Branch branch = mock(Branch.class);
        when(branch.getName()).thenReturn(name);
        when(build.getBranch()).thenReturn(branch);
    }
}
