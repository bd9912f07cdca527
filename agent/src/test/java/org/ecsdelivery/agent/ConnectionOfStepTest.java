package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.settings.ConnectionParameters;
import org.ecsdelivery.common.value.ImageReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that the server gave the credentials of a connection. */
class ConnectionOfStepTest {
    @TempDir
    private Path directory;

    private BuildOnTest build;

    @BeforeEach
    void aDryRunWithAConnection() {
        build = new BuildOnTest(directory);
        String image = BuildOnTest.HOST + "/team/shop@sha256:" + "a".repeat(64);
        build.registry.holding(ImageReference.parse(image));
        build.parameters.put("deploy.cluster", "prod");
        build.parameters.put("deploy.service", "web");
        build.parameters.put("deploy.image", image);
        build.parameters.put("deploy.dryRun", "true");
        build.parameters.put("aws.connection", "PROJECT_EXT_7");
        build.parameters.put(ConnectionParameters.GIVEN_KEY_ID, "ASIA7");
        build.parameters.put(ConnectionParameters.GIVEN_SECRET, "s3cret-of-connection");
        build.parameters.put(ConnectionParameters.GIVEN_TOKEN, "t0ken-of-connection");
    }

    private void runEnding(Duration later) throws Exception {
        build.parameters.put(
                ConnectionParameters.GIVEN_END, build.time.instant().plus(later).toString());
        BuildProcess process = build.deployRunner().createBuildProcess(build.build, build.context);
        process.start();
        process.waitFor();
    }

    @Test
    void warnsAtItsBeginningThatTheSessionMayEndFirst() throws Exception {
        runEnding(Duration.ofMinutes(10));

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("The session of AWS connection 'PROJECT_EXT_7' ends at")
                        && line.contains("in 10 min")
                        && line.contains("aws.connectionMinutes"));
    }

    @Test
    void saysNothingOfASessionThatLastsLongEnough() throws Exception {
        runEnding(Duration.ofDays(1));

        assertThat(build.log.lines()).noneMatch(line -> line.contains("The session of AWS connection"));
    }

    @Test
    void masksWhatTheServerHandedOver() throws Exception {
        runEnding(Duration.ofDays(1));

        assertThat(build.passwords.getPasswords()).contains("s3cret-of-connection", "t0ken-of-connection");
    }
}
