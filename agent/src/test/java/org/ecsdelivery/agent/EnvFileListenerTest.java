package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import org.ecsdelivery.agent.envfile.EnvFile;
import org.ecsdelivery.engine.envfile.EnvOrigin;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of env files from the preparation of a build to its end. */
class EnvFileListenerTest {
    @TempDir
    Path directory;

    private EnvFileScene scene;

    @BeforeEach
    void makeScene() throws IOException {
        scene = new EnvFileScene(directory);
    }

    @Test
    void writesTheParametersWithThePrefixBeforeTheFirstStep() {
        scene.parameter("env-file.DB_HOST", "db.internal")
                .parameter("other", "x")
                .feature("path", ".env")
                .prepared();

        assertThat(scene.file(".env")).hasContent("DB_HOST=db.internal\n");
        assertThat(scene.stops).isEmpty();
    }

    @Test
    void deletesTheFileWhenTheBuildEnds() {
        scene.parameter("env-file.A", "1")
                .feature("path", "conf/app.env")
                .prepared()
                .finished();

        assertThat(scene.checkout).isEmptyDirectory();
        assertThat(scene.problems()).isEmpty();
    }

    @Test
    void deletesTheFileBeforeTeamCityCollectsArtifacts() {
        scene.parameter("env-file.A", "1").feature("path", ".env").prepared();
        scene.events.getMulticaster().beforeBuildFinish(scene.build, BuildFinishedStatus.INTERRUPTED);

        assertThat(scene.file(".env")).doesNotExist();
    }

    @Test
    void leavesABuildWithoutTheFeatureAlone() {
        scene.prepared().finished();

        assertThat(scene.log.calls()).isEmpty();
    }

    @Test
    void takesParametersByTheirNames() {
        scene.prefixed.put("env.DB_PORT", "5432");
        scene.parameter("shop.host", "db")
                .feature("path", ".env", "parameters", "env.DB_PORT\nDB_HOST=shop.host")
                .prepared();

        assertThat(scene.file(".env")).hasContent("DB_PORT=5432\nDB_HOST=db\n");
    }

    @Test
    void namesAllParametersThatTheBuildHasNot() {
        scene.feature("path", ".env", "parameters", "A=gone.a\nB=gone.b", "required", "C D")
                .prepared();

        assertThat(scene.problems()).contains("gone.a, gone.b", "C: no source has it", "D: no source has it");
        assertThat(scene.stops).containsExactly("the env files cannot be made");
    }

    @Test
    void reportsWhatIsWrongWithAllFeaturesAtOnce() {
        scene.feature("path", "../out.env")
                .feature("path", ".env", "dialect", "cobol")
                .feature("path", "b.env", "required", "NOT_THERE")
                .feature("path", "c.env", "beforeStep", "Nobody")
                .step("Test", "simpleRunner", Map.of())
                .prepared();

        assertThat(scene.problems())
                .contains("'../out.env' leads to", "cobol", "NOT_THERE: no source has it", "'Nobody'", "Test");
        assertThat(scene.log.problems())
                .extracting(BuildProblemData::getIdentity)
                .doesNotHaveDuplicates()
                .contains("ecsDeliveryInvalidPath", "ecsDeliveryInvalidParameters", "ecsDeliveryEnvFileIncomplete");
    }

    @Test
    void writesNoFileWhenAnotherCannotBeMade() {
        scene.parameter("env-file.A", "1")
                .feature("path", "good.env")
                .feature("path", "bad.env", "required", "B")
                .prepared()
                .finished();

        assertThat(scene.file("good.env")).doesNotExist();
    }

    @Test
    void refusesTwoFeaturesThatWriteOneFile() {
        scene.parameter("env-file.A", "1")
                .feature("path", ".env")
                .feature("path", "x/../.env")
                .prepared();

        assertThat(scene.problems())
                .contains("Env file x/../.env: another feature of this build writes the same file (.env)");
        assertThat(scene.file(".env")).doesNotExist();
    }

    @Test
    void writesSeveralFilesAlsoIntoOneNewDirectory() {
        scene.parameter("env-file.A", "1")
                .feature("path", "new/a.env")
                .feature("path", "new/b.env")
                .prepared();
        assertThat(scene.file("new/a.env")).hasContent("A=1\n");
        assertThat(scene.file("new/b.env")).hasContent("A=1\n");

        scene.finished();

        assertThat(scene.checkout).isEmptyDirectory();
    }

    @Test
    void writesBeforeTheNamedStepWithWhatStepsBeforeSet() {
        scene.parameter("env-file.URL", "unknown")
                .feature("path", ".env", "beforeStep", "Deploy")
                .step("Build", "simpleRunner", Map.of())
                .step("Deploy", "simpleRunner", Map.of())
                .prepared()
                .beforeStep("Build");
        assertThat(scene.file(".env")).doesNotExist();

        scene.parameter("env-file.URL", "https://shop").beforeStep("Deploy");

        assertThat(scene.file(".env")).hasContent("URL=https://shop\n");
    }

    @Test
    void tellsThatTheNamedStepNeverCame() {
        scene.feature("path", ".env", "beforeStep", "Deploy")
                .step("Deploy", "simpleRunner", Map.of())
                .prepared()
                .finished();

        assertThat(scene.masked())
                .contains("Env file .env was not written: the build did not come to the step Deploy.");
    }

    @Test
    void stopsTheBuildWhenAStepPutALinkInThePlaceOfTheFile() throws IOException {
        Path precious = Files.writeString(directory.resolve("precious"), "kept");
        scene.parameter("env-file.A", "1")
                .feature("path", ".env", "beforeStep", "Deploy")
                .step("Deploy", "simpleRunner", Map.of())
                .prepared();
        Files.createSymbolicLink(scene.file(".env"), precious);
        scene.beforeStep("Deploy").finished();

        assertThat(scene.stops).hasSize(1);
        assertThat(precious).hasContent("kept");
    }

    @Test
    void fillsACommittedTemplate() throws IOException {
        Files.writeString(scene.file(".env.template"), "# the database\nDB_HOST=localhost\nDB_NAME=shop\n");
        scene.parameter("env-file.DB_HOST", "db")
                .feature("path", ".env", "template", ".env.template")
                .prepared();

        assertThat(scene.file(".env")).hasContent("# the database\nDB_HOST=db\nDB_NAME=shop\n");
    }

    @Test
    void refusesATemplateOutsideOfTheCheckout() throws IOException {
        Files.writeString(directory.resolve("secret"), "A=1");
        Files.createSymbolicLink(scene.file(".env.template"), directory.resolve("secret"));
        scene.feature("path", ".env", "template", ".env.template").prepared();

        assertThat(scene.problems()).contains("outside of the checkout directory");
    }

    @Test
    void refusesATemplateThatIsNoText() throws IOException {
        Files.write(scene.file(".env.template"), new byte[] {'A', '=', (byte) 0xff, (byte) 0xfe});
        scene.feature("path", ".env", "template", ".env.template").prepared();

        assertThat(scene.problems()).contains(".env.template cannot be read: it is not UTF-8 text");
    }

    @Test
    void refusesAValueThatItsReaderCannotRead() {
        scene.parameter("env-file.CERT", "line 1\nline 2")
                .parameter("env-file.NUL", "a\0b")
                .feature("path", ".env")
                .prepared();

        assertThat(scene.problems()).contains("CERT:", "NUL:").doesNotContain("line 1", "a\0b");
        assertThat(scene.stops).hasSize(1);
    }

    @Test
    void letsTheValuesOfTheSettingsCountBeforeAllOthersAndTellsIt() {
        scene.remote.add(new EnvVariable("A", "ssm", EnvOrigin.ssm("/a", "arn:a"), true));
        scene.parameter("env-file.A", "parameter")
                .feature("path", ".env", "values", "A=literal")
                .prepared();

        assertThat(scene.file(".env")).hasContent("A=literal\n");
        assertThat(scene.masked()).contains("A: value in the settings counts, not SSM parameter /a");
    }

    @Test
    void handsNoKeyOfOursToAnybody() {
        scene.parameter("ecs-delivery.envFile.key", "00".repeat(32))
                .parameter("ecs-delivery.envFile.previous", "12\n")
                .parameter("ecs-delivery.image.uri", "x")
                .feature("path", ".env", "prefix", "ecs-delivery.", "dialect", "json")
                .prepared();

        assertThat(scene.file(".env")).content().contains("image.uri").doesNotContain("envFile");
    }

    @Test
    void tellsTheStepsOfTheFilesThatAreThere() {
        scene.parameter("env-file.A", "1").feature("path", ".env").prepared();

        EnvFile known = scene.registry.find(EnvFileScene.BUILD, ".env").orElseThrow();
        assertThat(known.file()).isEqualTo(scene.file(".env"));
        assertThat(known.variables()).extracting(EnvVariable::name).containsExactly("A");
    }

    @Test
    void forgetsTheFilesWhenTheBuildEnds() {
        scene.parameter("env-file.A", "1").feature("path", ".env").prepared().finished();

        assertThat(scene.registry.of(EnvFileScene.BUILD)).isEmpty();
    }

    @Test
    void takesAwayInTheNextBuildWhatAKilledAgentLeft() {
        scene.parameter("env-file.A", "1").feature("path", ".env").prepared();
        scene.killAgent();
        assertThat(scene.file(".env")).exists();

        scene.features.clear();
        scene.prepared();

        assertThat(scene.file(".env")).doesNotExist();
        assertThat(scene.masked())
                .contains(
                        "An earlier build on this agent did not end in order",
                        "The env file " + scene.file(".env") + " is deleted.");
    }

    @Test
    void deletesTheFilesWhenTheAgentShutsDown() {
        scene.parameter("env-file.A", "1").feature("path", ".env").prepared();
        scene.events.getMulticaster().agentShutdown();

        assertThat(scene.file(".env")).doesNotExist();
    }

    @Test
    void listensNoMoreWhenThePluginIsUnloaded() {
        scene.parameter("env-file.A", "1").feature("path", ".env");
        scene.listener().unregister();
        scene.prepared();

        assertThat(scene.events.hasListeners()).isFalse();
        assertThat(scene.file(".env")).doesNotExist();
    }

    @Test
    void stopsTheBuildWhenSomethingBreaksThatNobodyThoughtOf() {
        scene.features.add(null);
        scene.prepared();

        assertThat(scene.problems()).contains("Internal error of ECS Delivery at env files");
        assertThat(scene.stops).hasSize(1);
    }

    @Test
    void writesTenThousandVariablesAndAVeryLongOne() {
        for (int at = 0; at < 10_000; at++) {
            scene.parameter("env-file.V" + at, "value " + at);
        }
        scene.parameter("env-file.LONG", "x".repeat(1 << 20))
                .feature("path", ".env", "dialect", "json")
                .prepared();

        assertThat(scene.file(".env")).content().hasSizeGreaterThan(1 << 20).contains("\"V9999\"");
        assertThat(scene.log.lines()).hasSizeLessThan(300);
    }

    @Test
    void publishesTheHashesForTheNextBuildWithoutAnyValue() throws IOException {
        scene.parameter("ecs-delivery.envFile.key", "5a".repeat(32))
                .parameter("env-file.A", "canary-value")
                .feature("path", ".env")
                .prepared()
                .finished();

        assertThat(scene.artifacts).hasSize(1).first().asString().endsWith(" => .teamcity/ecs-delivery");
        assertThat(scene.temporary.resolve("ecs-delivery-env-files/env-files.txt"))
                .content()
                .startsWith("1.0.42\n\t.env\nA=")
                .doesNotContain("canary-value");
    }

    @Test
    void tellsWhatChangedSinceTheBuildBefore() throws IOException {
        scene.parameter("ecs-delivery.envFile.key", "5a".repeat(32))
                .parameter("env-file.SAME", "1")
                .parameter("env-file.CHANGED", "before")
                .parameter("env-file.GONE", "3")
                .feature("path", ".env")
                .prepared()
                .finished();
        String previous = Files.readString(scene.temporary.resolve("ecs-delivery-env-files/env-files.txt"));
        scene.configuration.remove("env-file.GONE");
        scene.parameter("ecs-delivery.envFile.previous", previous)
                .parameter("env-file.CHANGED", "after")
                .parameter("env-file.ADDED", "4")
                .prepared();

        assertThat(scene.masked())
                .contains(
                        "ADDED: parameter env-file.ADDED, added",
                        "CHANGED: parameter env-file.CHANGED, changed",
                        "SAME: parameter env-file.SAME, unchanged",
                        "GONE: removed");
    }

    @Test
    void publishesNothingWithoutAKey() {
        scene.parameter("env-file.A", "1").feature("path", ".env").prepared().finished();

        assertThat(scene.artifacts).isEqualTo(List.of());
    }
}
