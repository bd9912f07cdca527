package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jetbrains.buildServer.requirements.Requirement;
import jetbrains.buildServer.requirements.RequirementType;
import org.ecsdelivery.dsl.AnyFeature;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.dsl.Approval;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Secret;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.sandbox.teamcity.settings.SettingsNotAccepted;
import org.ecsdelivery.sandbox.teamcity.settings.StoredConfiguration;
import org.junit.jupiter.api.Test;

/** What a server makes of settings in XML. */
class ProjectSettingsTest extends StoredSettings {
    @Test
    void takesTheStepsOfTheTemplateInWithoutThoseThatAreSwitchedOff() throws Exception {
        Template template = shop.template("Common")
                .step(echo("one").id("one").name("One"))
                .step(echo("two").id("two"))
                .step(echo("three").id("three"))
                .step(echo("four").id("four").disabled());
        shop.buildType("Build")
                .from(template)
                .step(echo("other two").id("two"))
                .step(echo("five").always())
                .disable("three");

        assertThat(stored().configuration("Shop_Build").steps())
                .containsExactly(
                        new BuildStep("One", "tiny", Map.of("do", "echo", "text", "one")),
                        new BuildStep("tiny", "tiny", Map.of("do", "echo", "text", "other two")),
                        new BuildStep(
                                "tiny",
                                "tiny",
                                Map.of("do", "echo", "text", "five", "teamcity.step.mode", "execute_always")));
    }

    @Test
    void letsTheNearestParameterWin() throws Exception {
        shop.param("a", "project").param("b", "project").param("c", "project").param("d", "project");
        Project inner =
                shop.project("Inner").param("b", "inner").param("c", "inner").param("d", "inner");
        Template template = inner.template("Common").param("c", "template").param("d", "template");
        inner.buildType("Build").from(template).param("d", "own");

        assertThat(stored().configuration("Shop_Inner_Build").parameters())
                .isEqualTo(Map.of("a", "project", "b", "inner", "c", "template", "d", "own"));
    }

    @Test
    void tellsWhereTheSourcesAreFrom() throws Exception {
        shop.buildType("Build").checkout(shop.git("Main", "https://git.example.com/shop.git"));
        shop.buildType("Deploy");

        assertThat(stored().configuration("Shop_Build").parameters())
                .containsEntry("vcsroot.url", "https://git.example.com/shop.git")
                .containsEntry("vcsroot.Shop_Main.branch", "refs/heads/main");
        assertThat(stored().configuration("Shop_Build").checksOut()).isTrue();
        assertThat(stored().configuration("Shop_Deploy").checksOut()).isFalse();
    }

    @Test
    void readsWhatABuildNeedsAndLeaves() throws Exception {
        shop.buildType("Build")
                .name("Build it")
                .artifacts("out => all.zip", "log")
                .password("key", Secret.token("credentialsJSON:0c4a1f3e-8f5d-4a53-9f5e-3d2b1a0c9e8d"))
                .feature(AnyFeature.of("tiny-feature").set("a", "1"))
                .requires(Condition.is("os", "Linux"));

        assertThat(stored().configuration("Shop_Build").build(checkout()))
                .isEqualTo(BuildConfiguration.of(
                                "Build it",
                                Map.of("key", "credentialsJSON:0c4a1f3e-8f5d-4a53-9f5e-3d2b1a0c9e8d"),
                                List.of(),
                                checkout())
                        .withId("Shop_Build")
                        .withPasswordParameters(Set.of("key"))
                        .withArtifactPaths(List.of("out => all.zip", "log"))
                        .withFeatures(List.of(new ConfiguredFeature("tiny-feature", Map.of("a", "1"))))
                        .withRequirements(List.of(new Requirement("os", "Linux", RequirementType.EQUALS))));
    }

    @Test
    void knowsWhoMayRunIt() throws Exception {
        shop.buildType("Build");
        shop.buildType("Prod").deployment().feature(Approval.of("user:jane", "group:LEADS:2"));

        StoredConfiguration build = stored().configuration("Shop_Build");
        StoredConfiguration prod = stored().configuration("Shop_Prod");
        assertThat(build.allowsPersonalBuilds()).isTrue();
        assertThat(build.approval()).isEmpty();
        assertThat(prod.allowsPersonalBuilds()).isFalse();
        assertThat(prod.approval()).contains("user:jane\ngroup:LEADS:2");
    }

    @Test
    void refusesWithAllThatTheServerHalfSaysAgainstIt() {
        shop.buildType("Build").step(AnyStep.of("tiny").name("Small")).feature(AnyFeature.of("tiny-feature"));
        shop.buildType("Other").step(AnyStep.of("huge")).from(External.template("Elsewhere"));

        assertThatThrownBy(this::stored).isInstanceOf(SettingsNotAccepted.class).hasMessage("""
                        The server does not accept these settings:
                        build configuration Shop_Build, step tiny (Small), do: Say what to do
                        build configuration Shop_Build, extension tiny_feature, a: Say a
                        build configuration Shop_Other: a template of [Elsewhere] is not there.
                        build configuration Shop_Other, step huge: the server knows no run type huge.""");
    }

    @Test
    void acceptsWhatIsWrongInAStepThatIsSwitchedOff() throws Exception {
        shop.buildType("Build").step(AnyStep.of("tiny").disabled());

        assertThat(stored().ids()).containsExactly("Shop_Build");
    }

    @Test
    void namesTheConfigurationsThatThereAre() {
        shop.buildType("Build");
        shop.template("Common");

        assertThatThrownBy(() -> stored().configuration("Shop_Common"))
                .hasMessage("There is no build configuration Shop_Common; there are [Shop_Build].");
    }
}
