package org.ecsdelivery.dsl.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.GradleStep;
import org.ecsdelivery.dsl.ParamSpec;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Secret;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.VcsTrigger;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.Test;

class DiffTest {
    private static final String PATH = "Shop/buildTypes/Shop_Build.xml";

    private static Settings settings(Consumer<BuildType> change) {
        Project shop = Project.of("Shop");
        change.accept(shop.buildType("Build"));
        return Settings.of(shop);
    }

    private static String diff(Consumer<BuildType> before, Consumer<BuildType> after) {
        return Diff.of(settings(before).tree(), settings(after).tree()).toString();
    }

    private static SettingsTree tree(String path, String xml) {
        return SettingsFiles.read(new TreeMap<>(Map.of(path, xml.getBytes(StandardCharsets.UTF_8))));
    }

    private static String read(String before, String after) {
        return Diff.of(tree(PATH, before), tree(PATH, after)).toString();
    }

    private static String params(String... params) {
        return "<build-type><settings><parameters>" + String.join("", params) + "</parameters></settings></build-type>";
    }

    @Test
    void saysNothingWhereNothingDiffers() {
        Consumer<BuildType> build = each -> each.step(ScriptStep.of("make")).trigger(VcsTrigger.ofChanges());
        Diff diff = Diff.of(settings(build).tree(), settings(build).tree());

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.toString()).isEmpty();
    }

    @Test
    void namesWhatIsNewGoneAndChangedInAConfiguration() {
        String diff = diff(
                build -> build.name("Build")
                        .param("stage", "dev")
                        .param("old", "1")
                        .step(ScriptStep.of("make\nmake test\nmake pack").id("make"))
                        .trigger(VcsTrigger.ofChanges()),
                build -> build.name("Build and test")
                        .param("stage", "prod")
                        .step(ScriptStep.of("make\nmake check\nmake pack")
                                .id("make")
                                .name("Make"))
                        .step(GradleStep.of("check").id("check"))
                        .requires(Condition.exists("docker")));

        assertThat(diff).isEqualTo("""
                        ~ build configuration Shop_Build
                          ~ name: "Build" -> "Build and test"
                          ~ parameter stage: "dev" -> "prod"
                          ~ step make
                            + name: "Make"
                            ~ parameter script.content
                                - make test
                                + make check
                          + step check
                            + type: "gradle-runner"
                            + parameter ui.gradleRunner.gradle.tasks.names: "check"
                            + parameter ui.gradleRunner.gradle.wrapper.useWrapper: "true"
                          + requirement docker exists
                          - parameter old: "1"
                          - trigger vcsTrigger
                        """);
    }

    @Test
    void namesEntitiesThatAreNewOrGone() {
        Project before = Project.of("Shop");
        before.buildType("Old");
        Project after = Project.of("Shop");
        after.git("Main", "https://github.com/acme/shop.git").name("Web shop");

        assertThat(Diff.of(Settings.of(before).tree(), Settings.of(after).tree())
                        .toString())
                .isEqualTo("""
                        + VCS root Shop_Main: "Web shop"
                        - build configuration Shop_Old
                        """);
    }

    @Test
    void namesAMoveToAnotherProject() {
        SettingsTree before = tree("Shop/buildTypes/B.xml", "<build-type><name>B</name></build-type>");
        SettingsTree after = tree("Other/buildTypes/B.xml", "<build-type><name>B</name></build-type>");

        assertThat(Diff.of(before, after).toString())
                .isEqualTo("~ build configuration B\n  ~ project: \"Shop\" -> \"Other\"\n");
    }

    @Test
    void namesStepsThatRunInAnotherOrder() {
        ScriptStep a = ScriptStep.of("a").id("a");
        ScriptStep b = ScriptStep.of("b").id("b");

        assertThat(diff(build -> build.step(a).step(b), build -> build.step(b).step(a)))
                .isEqualTo("~ build configuration Shop_Build\n  ~ order of steps: \"a, b\" -> \"b, a\"\n");
    }

    @Test
    void takesAnOrderThatStepsHaveAnywayForNoChange() {
        String steps = "<runner id='a' type='x'/><runner id='b' type='x'/>";
        String form = "<build-type><settings><build-runners%s>" + steps + "</build-runners></settings></build-type>";

        assertThat(read(form.formatted(""), form.formatted(" order='a, b'"))).isEmpty();
    }

    @Test
    void namesTemplatesThatGoBeforeOthersNow() {
        String form = "<build-type><settings><inherits><ref id='%s'/><ref id='%s'/></inherits></settings></build-type>";

        assertThat(read(form.formatted("A", "B"), form.formatted("B", "A")))
                .isEqualTo("~ build configuration Shop_Build\n  ~ order of templates: \"A, B\" -> \"B, A\"\n");
    }

    @Test
    void takesBothFormsOfOneTemplateForTheSame() {
        assertThat(read(
                        "<build-type><settings ref='T'/></build-type>",
                        "<build-type><settings><inherits><ref id='T'/></inherits></settings></build-type>"))
                .isEmpty();
    }

    @Test
    void takesTheFormOfAnotherTeamCityForTheSame() {
        Settings settings = settings(build -> build.step(ScriptStep.of("make")));

        assertThat(Diff.of(
                                settings.tree(),
                                settings.profile(SchemaProfile.V2025_3).tree())
                        .toString())
                .isEmpty();
    }

    @Test
    void takesAUuidThatOnlyTheServerKnowsForTheSameAndAnotherOneForAChange() {
        String form = "<build-type%s><name>B</name></build-type>";

        assertThat(read(form.formatted(""), form.formatted(" uuid='1'"))).isEmpty();
        assertThat(read(form.formatted(" uuid='1'"), form.formatted(" uuid='2'")))
                .contains("~ uuid: \"1\" -> \"2\"");
    }

    @Test
    void takesRequirementsThatAreNumberedAnewForTheSame() {
        String form =
                "<build-type><settings><requirements><exists id='%s' name='a'/></requirements></settings></build-type>";

        assertThat(read(form.formatted("RQ_1"), form.formatted("RQ_7"))).isEmpty();
        assertThat(read(form.formatted("RQ_1"), form.formatted("own"))).contains("+ id: \"own\"");
    }

    @Test
    void overlooksNothingThatNobodyKnows() {
        String form = "<build-type><settings><new-list a='%s'><thing>%s</thing>%s</new-list></settings></build-type>";

        assertThat(read(form.formatted("1", "x", ""), form.formatted("2", "y", "<flag/>")))
                .isEqualTo("""
                        ~ build configuration Shop_Build
                          ~ new-list
                            ~ a: "1" -> "2"
                            ~ thing: "x" -> "y"
                            + flag
                        """);
    }

    @Test
    void tellsEqualThingsApartByTheirNumber() {
        String rule = "<vcs-entry-ref root-id='%s'/>";
        String form = "<build-type><settings><vcs-settings>%s</vcs-settings></settings></build-type>";
        String one = form.formatted(rule.formatted("A"));

        assertThat(read(one, form.formatted(rule.formatted("A") + rule.formatted("A"))))
                .contains("+ VCS root A (2)");
    }

    @Test
    void neverShowsASecret() {
        String diff = read(
                params(
                        "<param name='secure:a' value='hunter2'/>",
                        "<param name='b' value='hunter2'/>",
                        "<param name='c' value='https://x:hunter2@y'/>"),
                params(
                        "<param name='secure:a' value='hunter3'/>",
                        "<param name='b' value='credentialsJSON:1-2' spec='password'/>",
                        "<param name='secure:d' value='hunter2'/>"));

        assertThat(diff).isEqualTo("""
                        ~ build configuration Shop_Build
                          ~ parameter secure:a: (a secret) -> (a secret)
                          ~ parameter b: (a secret) -> "credentialsJSON:1-2"
                            + spec: "password"
                          + parameter secure:d: (a secret)
                          - parameter c: "https://x:...@y"
                        """);
    }

    @Test
    void neverShowsTheLinesOfASecret() {
        assertThat(read(
                        params("<param name='key'><![CDATA[BEGIN\nhunter2\nEND]]></param>"),
                        params("<param name='key' value='%vault%' spec='password'/>")))
                .contains("parameter key: (a secret) -> \"%vault%\"")
                .doesNotContain("hunter2");
    }

    @Test
    void showsTokensOfSecrets() {
        assertThat(diff(
                        build -> build.password("p", Secret.token("1-1"), ParamSpec.password()),
                        build -> build.password("p", Secret.token("2-2"), ParamSpec.password())))
                .contains("~ parameter p: \"credentialsJSON:1-1\" -> \"credentialsJSON:2-2\"");
    }

    @Test
    void showsCharactersThatWouldMoveTheCursorInWords() {
        assertThat(diff(build -> {}, build -> build.param("p", "a\tb\u007f"))).contains("+ parameter p: \"a\\tb?\"");
    }

    @Test
    void comparesFilesOfOtherKindsByTheirBytes() {
        SettingsTree before = tree("Shop/pluginData/a.txt", "1").withOther("Shop/pluginData/gone.txt", new byte[0]);
        SettingsTree after = tree("Shop/pluginData/a.txt", "2").withOther("Shop/pluginData/new.txt", new byte[0]);

        assertThat(Diff.of(before, after).toString()).isEqualTo("""
                        ~ file Shop/pluginData/a.txt
                        + file Shop/pluginData/new.txt
                        - file Shop/pluginData/gone.txt
                        """);
    }

    @Test
    void comparesLongTextsByWholesRatherThanForMinutes() {
        String text = "a\n".repeat(3_000);

        assertThat(diff(
                        build -> build.step(ScriptStep.of(text + "b").id("s")),
                        build -> build.step(ScriptStep.of(text + "c").id("s"))))
                .contains("        - b\n")
                .endsWith("        + c\n");
    }

    @Test
    void namesSnapshotDependenciesByWhatTheyWaitFor() {
        assertThat(diff(build -> {}, build -> build.after(External.buildType("Acme_Tool"))))
                .startsWith("~ build configuration Shop_Build\n  + snapshot dependency on Acme_Tool\n");
    }
}
