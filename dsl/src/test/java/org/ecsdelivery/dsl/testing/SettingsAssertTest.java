package org.ecsdelivery.dsl.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ecsdelivery.dsl.Approval;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.dsl.VcsTrigger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsAssertTest {
    private final Project shop = Project.of("Shop").param("region", "eu-west-1");
    private final Template deploy = shop.template("Deploy")
            .param("cluster", "")
            .step(ScriptStep.of("deploy %cluster% in %region% 100%% by %teamcity.build.id%")
                    .id("deploy"))
            .step(ScriptStep.of("tell").id("tell"))
            .trigger(VcsTrigger.ofChanges())
            .feature(Approval.of("group:A:1"));
    private BuildType prod;

    @TempDir
    Path golden;

    @BeforeEach
    void setUp() {
        prod = shop.buildType("Prod")
                .from(deploy)
                .deployment()
                .param("cluster", "acme-prod")
                .disable("tell");
    }

    private SettingsAssert settings() {
        return SettingsAssert.that(Settings.of(shop));
    }

    private ConfigurationAssert prod() {
        return settings().configuration("Shop_Prod");
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }

    @Test
    void holdsParametersOfConfigurationTemplateAndProject() {
        prod().hasParameter("cluster", "acme-prod")
                .hasParameter("region", "eu-west-1")
                .hasNoParameter("zone");

        fails(
                () -> prod().hasParameter("cluster", "x"),
                "build configuration Shop_Prod, parameter cluster is 'acme-prod', not 'x'");
        fails(() -> prod().hasParameter("zone", "x"), "parameter zone is not set, but these are: [cluster, region]");
        fails(() -> prod().hasNoParameter("region"), "Shop_Prod has the parameter region: 'eu-west-1'");
    }

    @Test
    void letsTheNearestValueHold() {
        prod.param("region", "us-east-1");

        prod().hasParameter("region", "us-east-1");
    }

    @Test
    void looksUpReferencesAsFarAsTheyAreKnown() {
        String written = "deploy %cluster% in %region% 100%% by %teamcity.build.id%";
        String resolved = "deploy acme-prod in eu-west-1 100% by %teamcity.build.id%";
        prod().step("deploy").has("script.content", written).has("script.content", resolved);

        fails(
                () -> prod().step("deploy").has("script.content", "x"),
                "build configuration Shop_Prod, step deploy, parameter script.content is '" + resolved
                        + "' (written as '" + written + "'), not 'x'");
    }

    @Test
    void comesToAnEndWhereReferencesGoInACircle() {
        prod.param("a", "1 %b%").param("b", "2 %a%");

        prod().hasParameter("a", "1 2 1 %b%");
    }

    @Test
    void holdsTheStepsThatRunInTheirOrder() {
        prod.step(ScriptStep.of("x").id("smoke"));
        prod().runs("deploy", "smoke");

        fails(() -> prod().runs("smoke", "deploy"), "Shop_Prod runs the steps [deploy, smoke], not [smoke, deploy]");
    }

    @Test
    void findsEntriesByIdAndByATypeThatIsThereOnce() {
        prod().step("simpleRunner").isOf("simpleRunner").hasNo("x");
        prod().trigger("vcsTrigger");
        prod().feature("approval-feature").has("rules", "group:A:1");

        fails(() -> prod().step("tell"), "Shop_Prod has no step tell, but [deploy (simpleRunner)]");
        fails(() -> prod().step("deploy").isOf("Maven2"), "step deploy is of the type simpleRunner, not of Maven2");
        fails(() -> prod().step("deploy").hasNo("script.content"), "step deploy has the parameter script.content: '");
        prod.step(ScriptStep.of("x").id("x"));
        fails(() -> prod().step("simpleRunner"), "has more than one step simpleRunner, but [");
    }

    @Test
    void holdsOptions() {
        prod().hasOption("buildConfigurationType", "DEPLOYMENT").hasOption("artifactRules", "");

        fails(() -> prod().hasOption("artifactRules", "a"), "Shop_Prod has '' as its option artifactRules, not 'a'");
    }

    @Test
    void holdsWhatABuildWaitsFor() {
        BuildType build = shop.buildType("Build");
        prod.after(build);
        prod().waitsFor("Shop_Build");

        fails(() -> prod().waitsFor(), "Shop_Prod waits for [Shop_Build], not for []");
    }

    @Test
    void holdsThatNothingTriggersABuild() {
        fails(() -> prod().isNeverTriggered(), "Shop_Prod is triggered by [vcsTrigger]");

        prod.disable("vcsTrigger");
        prod().isNeverTriggered();
    }

    @Test
    void tellsWhenATemplateIsDefinedElsewhere() {
        prod.from(External.template("Acme_T"));

        fails(() -> prod().runs(), "(a template of it is defined elsewhere, and not looked into)");
    }

    @Test
    void givesEveryBuildConfigurationAndNoTemplate() {
        shop.buildType("Build");

        assertThat(settings().configurations())
                .extracting(ConfigurationAssert::id)
                .containsExactly("Shop_Prod", "Shop_Build");
        fails(
                () -> settings().configuration("Shop_Deploy"),
                "There is no build configuration Shop_Deploy, but there are [Shop_Prod, Shop_Build]");
    }

    @Test
    void holdsThatNothingIsWrong() {
        settings().hasNoErrors();
        fails(() -> settings().hasNoProblems(), "warning VS1 project Shop");

        prod.param("1x", "");
        fails(() -> settings().hasNoErrors(), "The settings have problems:\n");
    }

    @Test
    void holdsAgainstADirectoryThatIsKeptBesideTheTest() {
        Settings.of(shop).writeTo(golden);
        settings().meansTheSameAs(golden);

        prod.param("cluster", "other");
        fails(() -> settings().meansTheSameAs(golden), "~ parameter cluster: \"acme-prod\" -> \"other\"");
    }
}
