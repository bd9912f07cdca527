package org.ecsdelivery.agent.envfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildEnvFilesTest {
    private final BuildEnvFiles files = new BuildEnvFiles();
    private final EnvFile file = new EnvFile(settings("deploy/.env"), Path.of("/checkout/deploy/.env"), List.of());

    @ParameterizedTest
    @ValueSource(strings = {"deploy/.env", "./deploy/.env", "deploy/../deploy/.env"})
    void findsAFileByEveryWayToWriteItsPath(String path) {
        files.add(7, file);

        assertThat(files.find(7, path)).contains(file);
    }

    @Test
    void findsNoFileOfAnotherBuildOrAnotherPath() {
        files.add(7, file);

        assertThat(files.find(8, "deploy/.env")).isEmpty();
        assertThat(files.find(7, ".env")).isEmpty();
    }

    private static EnvFileSettings settings(String path) {
        return ((Parsed.Valid<EnvFileSettings>)
                        EnvFileParameters.parse(Map.of("envFile.path", path), References.RESOLVED))
                .settings();
    }
}
