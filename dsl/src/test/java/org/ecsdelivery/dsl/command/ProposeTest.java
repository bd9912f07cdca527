package org.ecsdelivery.dsl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposeTest {
    private static final String DEPLOY = "ecs deploy c s -i web 123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:1";
    private static final String FILE = ".teamcity/Shop/buildTypes/Shop_Build.xml";

    @TempDir
    Path checkout;

    private final ByteArrayOutputStream found = new ByteArrayOutputStream();
    private final ByteArrayOutputStream wrong = new ByteArrayOutputStream();

    private Outcome propose(String... arguments) {
        Output output = new Output(
                new PrintStream(found, false, StandardCharsets.UTF_8),
                new PrintStream(wrong, false, StandardCharsets.UTF_8));
        return new Propose(checkout, output).run(arguments);
    }

    private String found() {
        return found.toString(StandardCharsets.UTF_8);
    }

    private String wrong() {
        return wrong.toString(StandardCharsets.UTF_8);
    }

    private static Settings settings(String script) {
        Project shop = Project.of("Shop");
        shop.buildType("Build").step(ScriptStep.of(script).id("d"));
        return Settings.of(shop);
    }

    private void there(String script) throws IOException {
        for (Map.Entry<String, byte[]> each : settings(script).tree().files().entrySet()) {
            Path file = checkout.resolve(".teamcity").resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue());
        }
    }

    @Test
    void printsThePatchAloneAndTheRemarksBesideIt() throws IOException {
        there(DEPLOY);

        assertThat(propose(".teamcity")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found()).startsWith("--- a/" + FILE + "\n+++ b/" + FILE + "\n@@ ");
        assertThat(wrong()).contains("step d: becomes Deploy to ECS").endsWith("1 file would change.\n");
        assertThat(checkout.resolve(FILE)).content().contains("simpleRunner");
    }

    @Test
    void writesWhenItIsTold() throws IOException {
        there(DEPLOY);

        assertThat(propose(".teamcity", "--write")).isEqualTo(Outcome.DONE);
        assertThat(found()).startsWith("changed    " + FILE + "\n").contains("becomes Deploy to ECS");
        assertThat(checkout.resolve(FILE)).content().contains("ecs-delivery-deploy");
    }

    @Test
    void hasNothingToProposeForOtherCommands() throws IOException {
        there("npm test");

        assertThat(propose(".teamcity")).isEqualTo(Outcome.DONE);
        assertThat(found()).isEmpty();
    }

    @Test
    void readsTheZipOfAServer() throws IOException {
        try (OutputStream file = Files.newOutputStream(checkout.resolve("shop.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each :
                    settings(DEPLOY).tree().files().entrySet()) {
                zip.putNextEntry(new ZipEntry("export/" + each.getKey()));
                zip.write(each.getValue());
            }
        }

        assertThat(propose("shop.zip")).isEqualTo(Outcome.DIFFERENT);
        assertThat(found()).startsWith("--- a/" + FILE);
        assertThat(propose("shop.zip", "--write")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void writesJavaOfTheChangedSettings() throws IOException {
        there(DEPLOY);

        assertThat(propose(".teamcity", "--java", "ci", "--package", "com.acme"))
                .isEqualTo(Outcome.DIFFERENT);
        assertThat(checkout.resolve("ci/com/acme/Shop.java")).content().contains("DeployStep.of(\"c\", \"s\")");
    }

    @Test
    void warnsWhereAProgramWritesTheSettings() throws IOException {
        there(DEPLOY);
        Files.writeString(checkout.resolve(".teamcity.files"), "Shop/buildTypes/Shop_Build.xml\n");

        propose(".teamcity");
        assertThat(wrong()).contains(".teamcity.files says that a program writes these settings");
    }

    @Test
    void saysWhatItNeeds() {
        assertThat(propose()).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).startsWith("Name the settings, such as '.teamcity'");
        assertThat(propose("nowhere")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("There is no nowhere.");
        assertThat(propose("nowhere", "--wrong", "1")).isEqualTo(Outcome.FAILED);
        assertThat(wrong()).contains("has no option --wrong");
    }
}
