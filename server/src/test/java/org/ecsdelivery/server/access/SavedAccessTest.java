package org.ecsdelivery.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.serverSide.SBuildType;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.failure.EngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SavedAccessTest {
    private static final AwsAccess.Keys GIVEN =
            new AwsAccess.Keys("AKIAGIVEN", Secret.of("given-secret"), Optional.empty());

    private final SBuildType configuration = mock(SBuildType.class);
    private final Map<String, String> parameters = new HashMap<>();
    private final SavedAccess saved = new SavedAccess((project, asked) -> new ConnectionAccess(
            asked.id(), asked.minutes(), Optional.of(GIVEN), Optional.empty(), Optional.empty(), Optional.empty()));

    @BeforeEach
    void standInAProject() {
        SceneOfProjects scene = new SceneOfProjects().ownConnection();
        when(configuration.getProject()).thenReturn(scene.project);
    }

    @Test
    void usesTheKeysOfTheStep() {
        parameters.put("aws.accessKeyId", "AKIASTEP");
        parameters.put("secure:aws.secretAccessKey", "step-secret");

        assertThat(access().keys().orElseThrow().accessKeyId()).isEqualTo("AKIASTEP");
    }

    @Test
    void asksTheConnectionOfTheStep() {
        parameters.put("aws.connection", SceneOfProjects.CONNECTION);

        assertThat(access().connection().flatMap(ConnectionAccess::keys)).contains(GIVEN);
    }

    @Test
    void takesTheRegionOfTheDeploymentWhereNothingElseNamesOne() {
        parameters.put("aws.connection", SceneOfProjects.CONNECTION);
        assertThat(access().region()).contains(new AwsRegion("eu-west-3"));

        parameters.put("aws.region", "eu-north-1");
        assertThat(access().region()).contains(new AwsRegion("eu-north-1"));
    }

    @Test
    void neverTakesTheServersOwnForWhatOnlyTheAgentHas() {
        assertThatThrownBy(this::access)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("which the server does not have");
    }

    @Test
    void callsNoAddressThatNobodyAllowed() {
        parameters.put("aws.connection", SceneOfProjects.CONNECTION);
        parameters.put("aws.endpoint", "http://169.254.169.254");

        assertThatThrownBy(this::access)
                .hasMessageContaining("The server calls no other addresses than AWS's own")
                .hasMessageContaining("teamcity.internal.ecsDelivery.allowedEndpoints");
    }

    private AwsAccess access() {
        return saved.of(configuration, parameters, () -> new AwsRegion("eu-west-3"));
    }
}
