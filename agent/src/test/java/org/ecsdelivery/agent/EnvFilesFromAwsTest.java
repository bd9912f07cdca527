package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jetbrains.buildServer.agent.BuildParametersMap;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFilesFromAwsTest {
    @TempDir
    Path directory;

    private BuildOnTest scene;

    @BeforeEach
    void makeScene() {
        scene = new BuildOnTest(directory);
        BuildParametersMap environment = scene.context.getBuildParameters();
        when(scene.build.getSharedBuildParameters()).thenReturn(environment);
    }

    @Test
    void fetchesParametersAndSecretsAndClosesTheWayOut() {
        scene.outside.parameters.put("/shop/prod/db-host", "db", false);
        scene.outside.secretValues.put("shop/prod", Optional.of("{\"password\": \"hunter2\"}"));

        assertThat(fetched("envFile.ssm", "/shop/prod", "envFile.secrets", "DB_PASSWORD=shop/prod:password"))
                .extracting(EnvVariable::name, EnvVariable::value, EnvVariable::secret)
                .containsExactly(tuple("DB_HOST", "db", false), tuple("DB_PASSWORD", "hunter2", true));
        assertThat(scene.outside.closed).isEqualTo(1);
    }

    @Test
    void needsNoWayOutWhenNothingLiesInAws() {
        assertThat(fetched("envFile.values", "A=1")).isEmpty();
        assertThat(scene.outside.closed).isZero();
    }

    @Test
    void masksTheCredentialsItUsed() {
        scene.outside.secrets.add(Secret.of("session-token"));
        scene.outside.parameters.put("/shop/a", "1", false);
        fetched("envFile.ssm", "/shop");

        assertThat(scene.passwords.replacePasswords("a session-token")).isEqualTo("a *******");
    }

    @Test
    void closesTheWayOutWhenSomethingIsNotThere() {
        assertThatThrownBy(() -> fetched("envFile.secrets", "A=gone\nB=gone-too"))
                .hasMessageContaining("there is no secret gone")
                .hasMessageContaining("there is no secret gone-too");
        assertThat(scene.outside.closed).isEqualTo(1);
    }

    private List<EnvVariable> fetched(String... given) {
        Map<String, String> parameters = new HashMap<>(Map.of("envFile.path", ".env"));
        for (int at = 0; at < given.length; at += 2) {
            parameters.put(given[at], given[at + 1]);
        }
        Parsed<EnvFileSettings> parsed = EnvFileParameters.parse(parameters, References.RESOLVED);
        try (StepLog log = scene.stepLog()) {
            return new EnvFilesFromAws(scene.wiring()).variables(scene.build, StepSettings.required(parsed), log);
        }
    }
}
