package org.ecsdelivery.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.dsl.model.Effective;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.ecsdelivery.dsl.testing.SettingsAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that the guide shows and the demonstration runs. */
class WorkedExampleTest {
    private static final Path APPLICATION = Path.of("sample-app");
    private static final Example SHOP = Example.shop(APPLICATION);

    @TempDir
    private static Path work;

    private static WorkedExample example;

    @BeforeAll
    static void compile() {
        example = WorkedExample.compile(SHOP, work.resolve("classes"));
    }

    @Test
    void isCommittedAsTheXmlThatItGives() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        assertThat(example.isCommitted(new PrintStream(told, true, StandardCharsets.UTF_8)))
                .as("run ShopSettings in sandbox/sample-app, and commit what it writes:\n"
                        + told.toString(StandardCharsets.UTF_8))
                .isTrue();
    }

    @Test
    void tellsWhatDiffersFromTheCommittedXml() throws Exception {
        Path application = Checkout.of(APPLICATION, work.resolve("changed"));
        Path dev = application.resolve(".teamcity/Shop/buildTypes/Shop_Dev.xml");
        Files.writeString(dev, Files.readString(dev).replace("shop-dev", "shop-prod"));
        ByteArrayOutputStream told = new ByteArrayOutputStream();

        boolean committed = WorkedExample.compile(Example.shop(application), work.resolve("classes-of-changed"))
                .isCommitted(new PrintStream(told, true, StandardCharsets.UTF_8));

        assertThat(committed).isFalse();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("parameter cluster: \"shop-prod\" -> \"shop-dev\"");
    }

    @Test
    void tellsWhyAClassThatIsWrongGivesNoSettings() throws Exception {
        Path application = work.resolve("wrong");
        Path source = application.resolve(SHOP.source());
        Files.createDirectories(application.resolve("ci"));
        Files.writeString(
                source,
                "public class ShopSettings { public static Object settings() { throw new IllegalStateException(\"no\"); } }");

        assertThatThrownBy(() -> WorkedExample.compile(Example.shop(application), work.resolve("classes-of-wrong")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(source + " fails: java.lang.IllegalStateException: no");
    }

    @Test
    void isShownWholeInTheGuide() throws Exception {
        String source = Files.readString(APPLICATION.resolve(SHOP.source()));

        assertThat(Files.readString(Path.of("..", "docs", "dsl.md"))).contains("```java\n" + source + "```");
    }

    @Test
    void namesTheLineThatMakesAConfiguration() {
        assertThat(example.line("Shop_Dev")).matches("ShopSettings\\.java:\\d+");
        assertThat(example.line("Shop_Nothing")).isEqualTo("ci/ShopSettings.java");
    }

    @Test
    void hasNothingThatTheChecksFindFaultWith() {
        SettingsAssert.that(example.settings()).hasNoProblems();
    }

    @Test
    void bringsTheSameImagesToEveryStageByTheSameSteps() {
        List<Map<String, Entry>> steps = List.of("Shop_Dev", "Shop_Qa", "Shop_Prod").stream()
                .map(id -> effective(id).entries("build-runners"))
                .toList();

        assertThat(steps).allMatch(each -> each.equals(steps.get(0))).hasSize(3);
        assertThat(steps.get(0).get("deploy").parameters())
                .containsEntry("deploy.image", "%dep.Shop_Image_web.ecs-delivery.image.uri%")
                .containsEntry("deploy.cluster", "%cluster%");
    }

    @Test
    void asksPeopleBeforeProdAndLetsNobodyDeployWhatIsNotCommitted() {
        SettingsAssert settings = SettingsAssert.that(example.settings());

        settings.configuration("Shop_Prod")
                .waitsFor("Shop_Tests", "Shop_Image_web", "Shop_Image_worker", "Shop_Qa")
                .isNeverTriggered()
                .feature("approval_feature")
                .has("rules", "group:RELEASE_MANAGERS:1");
        assertThat(effective("Shop_Prod").options()).containsEntry("allowPersonalBuildTriggering", "false");
        assertThat(effective("Shop_Tests").options()).doesNotContainKey("allowPersonalBuildTriggering");
    }

    private static Effective effective(String id) {
        SettingsTree tree = example.settings().tree();
        return Effective.of(tree.configuration(id).orElseThrow(), tree);
    }
}
