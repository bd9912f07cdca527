package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.agent.envfile.EnvFile;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.EnvFileSettings;
import org.ecsdelivery.engine.image.ImageBuild;
import org.ecsdelivery.engine.image.InMemoryImageEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An image step whose build has env files of its own. */
@Timeout(60)
class EnvFilesInContextTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() throws IOException {
        directory = directory.toRealPath();
        build = new BuildOnTest(directory);
        build.parameters.putAll(Map.of("image.repository", "team/shop", "image.tags", "1.4.2"));
        Files.writeString(build.file("Dockerfile"), "FROM scratch\n");
    }

    private Path envFile(String path, String rule) throws IOException {
        Path file = build.file(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "GREETING=good morning\n");
        Map<String, String> given = new HashMap<>(Map.of("envFile.path", path));
        if (!rule.isEmpty()) {
            given.put("envFile.context", rule);
        }
        EnvFileSettings settings =
                ((Parsed.Valid<EnvFileSettings>) EnvFileParameters.parse(given, References.RESOLVED)).settings();
        build.envFiles.add(4711L, new EnvFile(settings, file, List.of()));
        return file;
    }

    private BuildFinishedStatus run() throws Exception {
        BuildProcess process = build.imageRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }

    private ImageBuild built() {
        return ((InMemoryImageEngine) build.outside.docker()).builds().get(0);
    }

    @Test
    void refusesToSendThemAndNamesAllOfThem() throws Exception {
        envFile(".env", "");
        envFile("deploy/web.env", "REFUSE");
        envFile("allowed.env", "ALLOW");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(build.log.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.getIdentity()).isEqualTo("ecsDeliveryEnvFileExposed");
            assertThat(problem.getDescription())
                    .contains("The build context " + directory + " has env files of this build: .env, deploy/web.env,")
                    .contains("Name them in .dockerignore")
                    .contains("choose IGNORE at When a build context has it (envFile.context)");
        });
        assertThat(((InMemoryImageEngine) build.outside.docker()).builds()).isEmpty();
    }

    @Test
    void leavesThemOutWhereThatIsWanted() throws Exception {
        Path file = envFile(".env", "IGNORE");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(built().kept()).containsExactly(file);
        assertThat(build.log.lines()).anyMatch(line -> line.contains("Env file .env is left out of the build context"));
    }

    @Test
    void sendsThemWithAWarningWhereThatIsAllowed() throws Exception {
        envFile(".env", "ALLOW");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(built().kept()).isEmpty();
        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("Env file .env goes along with the build context")
                        && line.endsWith(", WARNING)"));
    }

    @Test
    void hasNothingAgainstThoseThatTheRulesLeaveOut() throws Exception {
        envFile("secret/.env", "REFUSE");
        Files.writeString(build.file(".dockerignore"), "secret\n");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(built().kept()).isEmpty();
    }

    @Test
    void masksNoMoreOfAnEnvFileThanWhatIsSecretInIt() throws Exception {
        Path file = envFile("secret/.env", "IGNORE");
        build.parameters.put("image.secrets", "env=secret/.env");

        assertThat(run()).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(built().secrets()).containsEntry("env", file);
        assertThat(build.passwords.getPasswords()).doesNotContain("good morning");
    }
}
