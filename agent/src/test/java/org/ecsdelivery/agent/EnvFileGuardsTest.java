package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps env files from getting into the repository, an image or a log. */
class EnvFileGuardsTest {
    private static final String IMAGE = "ecs-delivery-image";

    @TempDir
    Path directory;

    private EnvFileScene scene;

    @BeforeEach
    void makeScene() throws IOException {
        scene = new EnvFileScene(directory).parameter("env-file.A", "new-value");
    }

    @Test
    void refusesToOverwriteAFileThatGitTracks() throws Exception {
        commit("conf/.env", "A=committed\n");
        scene.feature("path", "conf/.env").prepared().finished();

        assertThat(scene.file("conf/.env")).hasContent("A=committed\n");
        assertThat(scene.problems()).contains("git tracks a file of that name", "git rm --cached conf/.env", "WARN");
        assertThat(scene.stops).hasSize(1);
    }

    @Test
    void overwritesATrackedFileWhenToldToAndPutsItBack() throws Exception {
        commit(".env", "A=committed\n");
        scene.feature("path", ".env", "tracked", "WARN").prepared();
        assertThat(scene.file(".env")).hasContent("A=new-value\n");
        assertThat(scene.masked()).contains("git tracks a file of that name. It is overwritten for this build");

        scene.finished();

        assertThat(scene.file(".env")).hasContent("A=committed\n");
    }

    @Test
    void refusesATrackedFileInASubdirectoryOfTheRepository() throws Exception {
        commit("sub/.env", "A=committed\n");
        when("sub");
        scene.feature("path", ".env").prepared();

        assertThat(scene.problems()).contains("git tracks a file of that name");
    }

    @Test
    void replacesAFileThatGitDoesNotTrackAndPutsItBack() throws Exception {
        commit("other", "x");
        Files.writeString(scene.file(".env"), "A=somebodys\n");
        scene.feature("path", ".env").prepared();
        assertThat(scene.file(".env")).hasContent("A=new-value\n");

        scene.finished();

        assertThat(scene.file(".env")).hasContent("A=somebodys\n");
        assertThat(scene.masked()).contains("Env file .env: a file of that name was there. It is put back");
    }

    @Test
    void listsCommittedEnvFilesAnywhereInTheCheckoutButNoTemplates() throws Exception {
        commit("deep/er/.env.prod", "A=1\n");
        commit("web.env", "A=1\n");
        commit("a b/.env", "A=1\n");
        commit(".env.example", "A=1\n");
        commit("prod.template.env", "A=1\n");
        scene.feature("path", "mine.env").prepared();

        assertThat(scene.masked())
                .contains(
                        "Committed env files: a b/.env, deep/er/.env.prod, web.env. Whoever may read the repository",
                        "##teamcity[ecsDeliveryCommittedEnvFiles files='a b/.env|ndeep/er/.env.prod|nweb.env']");
        assertThat(scene.stops).isEmpty();
    }

    @Test
    void tellsTheServerThatNoneIsCommitted() throws Exception {
        commit("other", "x");
        scene.feature("path", "mine.env").prepared();

        assertThat(scene.masked()).contains("##teamcity[ecsDeliveryCommittedEnvFiles files='']");
    }

    @Test
    void looksForEnvFilesByTheirNamesWhereGitKnowsNothing() throws IOException {
        Files.createDirectories(scene.file("deep"));
        Files.writeString(scene.file("deep/.env"), "A=1\n");
        Files.createDirectories(scene.file("node_modules/x"));
        Files.writeString(scene.file("node_modules/x/.env"), "A=1\n");
        scene.feature("path", "mine.env").prepared();

        assertThat(scene.masked())
                .contains(
                        "Git does not tell which files of this checkout are committed",
                        "Env files in the checkout: deep/.env.")
                .doesNotContain("node_modules", "ecsDeliveryCommittedEnvFiles");
    }

    @Test
    void refusesAFileThatTheBuildContextOfAnImageStepHas() throws IOException {
        Files.writeString(scene.file("Dockerfile"), "FROM scratch\nCOPY . .\n");
        scene.step("Build the image", IMAGE, Map.of())
                .feature("path", "conf/.env")
                .prepared();

        assertThat(scene.problems())
                .contains("Env file conf/.env: the build context of the step Build the image has it", ".dockerignore");
        assertThat(scene.file("conf")).doesNotExist();
    }

    @Test
    void namesAStepThatHasNoNameByWhatItDoes() throws IOException {
        Files.writeString(scene.file("Dockerfile"), "FROM scratch\nCOPY . .\n");
        scene.step("", IMAGE, Map.of()).feature("path", ".env").prepared();

        assertThat(scene.problems()).contains("the build context of an image step has it");
    }

    @Test
    void writesAFileThatTheIgnoreFileLeavesOut() throws IOException {
        Files.writeString(scene.file("Dockerfile"), "FROM scratch\nCOPY . .\n");
        Files.writeString(scene.file(".dockerignore"), "**/.env\n");
        scene.step("Build the image", IMAGE, Map.of())
                .feature("path", "conf/.env")
                .prepared();

        assertThat(scene.file("conf/.env")).hasContent("A=new-value\n");
    }

    @Test
    void writesAFileOutsideOfTheContext() throws IOException {
        Files.createDirectories(scene.file("app"));
        Files.writeString(scene.file("app/Dockerfile"), "FROM scratch\nCOPY . .\n");
        scene.step("Build the image", IMAGE, Map.of("image.context", "app"))
                .feature("path", ".env")
                .feature("path", scene.temporary + "/b.env")
                .prepared();

        assertThat(scene.problems()).isEmpty();
        assertThat(scene.file(".env")).exists();
        assertThat(scene.temporary.resolve("b.env")).exists();
    }

    @Test
    void leavesTheGuardToTheStepWhenAnEarlierStepMakesTheContext() {
        scene.step("Build the image", IMAGE, Map.of("image.context", "dist"))
                .feature("path", ".env")
                .prepared();

        assertThat(scene.masked()).contains("The build context of the step Build the image cannot be looked at yet");
        assertThat(scene.file(".env")).exists();
    }

    @Test
    void writesAFileOfTheContextThatTheStepLeavesOut() {
        scene.step("Build the image", IMAGE, Map.of())
                .feature("path", ".env", "context", "IGNORE")
                .prepared();

        assertThat(scene.masked()).contains("That step leaves it out (When a build context has it (envFile.context)).");
        assertThat(scene.file(".env")).exists();
    }

    @Test
    void warnsOfAFileOfTheContextThatIsAllowed() {
        scene.step("Build the image", IMAGE, Map.of())
                .feature("path", ".env", "context", "ALLOW")
                .prepared();

        assertThat(scene.masked())
                .contains("allows that: an instruction such as COPY . . puts its values into the image");
        assertThat(scene.file(".env")).exists();
    }

    private void when(String subdirectory) {
        org.mockito.Mockito.when(scene.build.getCheckoutDirectory())
                .thenReturn(scene.file(subdirectory).toFile());
    }

    private void commit(String path, String content) throws Exception {
        if (!Files.exists(scene.file(".git"))) {
            git("init", "-q");
        }
        Files.createDirectories(scene.file(path).getParent());
        Files.writeString(scene.file(path), content);
        git("add", "-f", path);
        git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "m");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(scene.checkout.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
