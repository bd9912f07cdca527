package org.ecsdelivery.dsl.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.dsl.VcsTrigger;
import org.junit.jupiter.api.Test;

class EffectiveTest {
    private final Project shop = Project.of("Shop");
    private final BuildType build = shop.buildType("Build");

    private Effective effective() {
        SettingsTree tree = Settings.of(shop).tree();
        return Effective.of(tree.configuration(build.id()).orElseThrow(), tree);
    }

    private String param(String name) {
        return Params.value(effective().params().get(name));
    }

    @Test
    void takesWhatATemplateSays() {
        build.from(shop.template("T")
                .param("a", "1")
                .buildNumber("7")
                .step(ScriptStep.of("make").id("make")));

        assertThat(param("a")).isEqualTo("1");
        assertThat(effective().options()).containsEntry("buildNumberPattern", "7");
        assertThat(effective().entries("build-runners")).containsOnlyKeys("make");
        assertThat(effective().isComplete()).isTrue();
    }

    @Test
    void letsTheConfigurationWinOverItsTemplate() {
        build.from(shop.template("T").param("a", "1").step(ScriptStep.of("make").id("make")))
                .param("a", "2")
                .step(ScriptStep.of("other").id("make"));

        assertThat(param("a")).isEqualTo("2");
        assertThat(effective().entries("build-runners").get("make").parameters())
                .containsEntry("script.content", "other");
    }

    @Test
    void letsTheFirstOfSeveralTemplatesWin() {
        Template first = shop.template("First").param("a", "1");
        Template second = shop.template("Second").param("a", "2").param("b", "2");
        build.from(first).from(second);

        assertThat(param("a")).isEqualTo("1");
        assertThat(param("b")).isEqualTo("2");
    }

    @Test
    void runsStepsInTheOrderThatTheConfigurationGives() {
        build.from(shop.template("T")
                        .step(ScriptStep.of("a").id("a"))
                        .step(ScriptStep.of("b").id("b")))
                .step(ScriptStep.of("c").id("c"))
                .stepOrder("b", "c", "a");

        assertThat(effective().entries("build-runners").keySet()).containsExactly("b", "c", "a");
        assertThat(effective().order()).containsExactly("b", "c", "a");
    }

    @Test
    void knowsWhatIsSwitchedOffHereAndInTemplates() {
        build.from(shop.template("T")
                        .trigger(VcsTrigger.ofChanges().disabled())
                        .step(ScriptStep.of("a").id("a")))
                .disable("a");

        assertThat(effective().disabled()).containsExactly("vcsTrigger", "a");
    }

    @Test
    void tellsWhenATemplateIsNotKnown() {
        build.from(External.template("Acme_T"));

        assertThat(effective().isComplete()).isFalse();
    }

    @Test
    void givesNothingThatIsReplaced() {
        build.from(shop.template("T")
                        .param("a", "old")
                        .step(ScriptStep.of("old").id("s")))
                .param("a", "new")
                .step(ScriptStep.of("new").id("s"));

        assertThat(effective().elements().toString()).contains("new").doesNotContain("old");
    }
}
