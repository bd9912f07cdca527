package org.ecsdelivery.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.ServiceLocator;
import jetbrains.buildServer.serverSide.connections.credentials.ProjectConnectionCredentialsManager;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CredentialsOfTeamCityTest {
    private final SceneOfProjects scene = new SceneOfProjects();
    private final ServiceLocator services = mock(ServiceLocator.class);
    private final ProjectConnectionCredentialsManager manager = mock(ProjectConnectionCredentialsManager.class);
    private final CredentialsOfTeamCity credentials = new CredentialsOfTeamCity(services);

    @BeforeEach
    void aServerWithAConnection() {
        when(services.findSingletonService(ProjectConnectionCredentialsManager.class))
                .thenReturn(manager);
        scene.ownConnection();
    }

    private void gives(Map<String, String> properties) throws Exception {
        when(manager.requestConnectionCredentials(any(), anyString(), any())).thenReturn(() -> properties);
    }

    private ConnectionAccess asked() throws ConnectionRefused {
        return credentials.of(scene.project, asking(SceneOfProjects.CONNECTION));
    }

    private static ConnectionAccess asking(String id) {
        return new ConnectionAccess(id, 90, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private String refusal(String id) {
        return assertThatExceptionOfType(ConnectionRefused.class)
                .isThrownBy(() -> credentials.of(scene.project, asking(id)))
                .actual()
                .getMessage();
    }

    @Test
    void givesTheKeysAndTheRegionOfTheConnection() throws Exception {
        gives(Map.of(
                "awsAccessKeyId", "ASIA7",
                "awsSecretAccessKey", "s3cret",
                "awsSessionToken", "t0ken",
                "awsRegionName", "eu-west-1"));

        assertThat(asked().keys())
                .contains(new AwsAccess.Keys("ASIA7", Secret.of("s3cret"), Optional.of(Secret.of("t0ken"))));
        assertThat(asked().region()).contains(new AwsRegion("eu-west-1"));
    }

    @Test
    void asksForTheSessionThatTheStepWants() throws Exception {
        gives(Map.of("awsAccessKeyId", "AKIA", "awsSecretAccessKey", "s3cret"));

        assertThat(asked().keys().orElseThrow().sessionToken()).isEmpty();
        verify(manager)
                .requestConnectionCredentials(
                        scene.project, SceneOfProjects.CONNECTION, Map.of("awsSessionDuration", "90"));
    }

    @Test
    void namesTheConnectionsThatThereAreWhereTheIdIsNone() {
        assertThat(refusal("PROJECT_EXT_8")).contains("project Shop", "'PROJECT_EXT_8'", "it has PROJECT_EXT_7");
    }

    @Test
    void doesNotTakeAConnectionToSomethingElse() {
        scene.connection("PROJECT_EXT_9", "project42", "providerType", "GitHubApp");

        assertThat(refusal("PROJECT_EXT_9")).contains("'PROJECT_EXT_9'");
    }

    @Test
    void refusesAConnectionThatIsNotForBuildsWithoutAskingIt() {
        scene.connection("PROJECT_EXT_9", "project42", "awsAllowedInBuilds", "false");

        assertThat(refusal("PROJECT_EXT_9")).contains("Production", "Available for builds");
        verifyNoInteractions(manager);
    }

    @Test
    void refusesAConnectionThatIsNotForSubprojectsWithoutAskingIt() {
        scene.connection("ROOT_EXT_1", "_Root", "awsAllowedInSubProjects", "false");

        assertThat(refusal("ROOT_EXT_1")).contains("Available for sub-projects", "Shop");
        verifyNoInteractions(manager);
    }

    @Test
    void takesAConnectionOfAProjectAboveThatSubprojectsMayUse() throws Exception {
        scene.connection("ROOT_EXT_1", "_Root", "awsAllowedInSubProjects", "true");
        gives(Map.of("awsAccessKeyId", "AKIA", "awsSecretAccessKey", "s3cret"));

        assertThat(credentials.of(scene.project, asking("ROOT_EXT_1")).keys()).isPresent();
    }

    @Test
    void repeatsWhatTeamCitySaysWhenItRefuses() throws Exception {
        when(manager.requestConnectionCredentials(any(), anyString(), any()))
                .thenThrow(new IllegalStateException("AccessDenied: not authorized to perform sts:AssumeRole"));

        assertThat(refusal(SceneOfProjects.CONNECTION))
                .contains("Production (PROJECT_EXT_7)", "not authorized to perform sts:AssumeRole");
    }

    @Test
    void saysThatAServerIsTooOld() {
        when(services.findSingletonService(any())).thenReturn(null);

        assertThat(refusal(SceneOfProjects.CONNECTION)).contains("since 2023.11", "AWS Credentials");
    }

    @Test
    void saysThatAConnectionGaveNoKeys() throws Exception {
        gives(Map.of("awsRegionName", "eu-west-1", "awsSecretAccessKey", "s3cret"));

        assertThat(refusal(SceneOfProjects.CONNECTION))
                .contains("gave no access keys")
                .doesNotContain("s3cret");
    }
}
