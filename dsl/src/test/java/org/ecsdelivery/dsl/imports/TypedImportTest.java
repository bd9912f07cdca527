package org.ecsdelivery.dsl.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ecsdelivery.dsl.AnyTrigger;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.FinishTrigger;
import org.ecsdelivery.dsl.MetricFailure;
import org.ecsdelivery.dsl.ParamSpec;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.RetryTrigger;
import org.ecsdelivery.dsl.ScheduleTrigger;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.VcsTrigger;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An import says in the library's words what the library has words for. */
class TypedImportTest {
    private final Project shop = Project.of("Shop").name("Web shop");
    private final BuildType other = shop.buildType("Other");
    private final BuildType build = shop.buildType("Build");

    @TempDir
    Path directory;

    private String java() throws Exception {
        SettingsTree read = Settings.of(shop).tree();
        Imported imported = Import.of(read).to("");
        assertThat(imported.kept()).isEmpty();
        assertThat(files(CompiledImport.settings(imported, directory).tree())).isEqualTo(files(read));
        return imported.sources().getOrDefault("Shop.java", "").replaceAll("\\s*\\n\\s*", "");
    }

    private static String files(SettingsTree tree) {
        StringBuilder all = new StringBuilder();
        tree.files()
                .forEach((path, bytes) ->
                        all.append(path).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString();
    }

    static Stream<Arguments> triggers() {
        return Stream.of(
                said(
                        "ScheduleTrigger.daily(3, 5)",
                        it -> it.trigger(ScheduleTrigger.daily(3, 5).id("t"))),
                said(
                        "ScheduleTrigger.weekly(DayOfWeek.TUESDAY, 3, 5)",
                        it -> it.trigger(
                                ScheduleTrigger.weekly(DayOfWeek.TUESDAY, 3, 5).id("t"))),
                said(
                        "ScheduleTrigger.cron(\"0 15 2 ? * MON-FRI\").onlyWithChanges(false)",
                        it -> it.trigger(ScheduleTrigger.cron("0 15 2 ? * MON-FRI")
                                .onlyWithChanges(false)
                                .id("t"))),
                said(
                        "ScheduleTrigger.cron(\"0 0 0 1 1 ? 2030\").queueOptimization(true)",
                        it -> it.trigger(ScheduleTrigger.cron("0 0 0 1 1 ? 2030")
                                .queueOptimization(true)
                                .id("t"))),
                said(
                        "RetryTrigger.of(2, 60)",
                        it -> it.trigger(RetryTrigger.of(2, 60).id("t"))),
                said(
                        "VcsTrigger.ofChanges().quietPeriod(60)",
                        it -> it.trigger(VcsTrigger.ofChanges().quietPeriod(60).id("t"))),
                said(
                        "VcsTrigger.ofChanges().withoutQuietPeriod()",
                        it -> it.trigger(
                                VcsTrigger.ofChanges().withoutQuietPeriod().id("t"))),
                said(
                        "VcsTrigger.ofChanges().perCommit()",
                        it -> it.trigger(VcsTrigger.ofChanges().perCommit().id("t"))),
                said(
                        "VcsTrigger.ofChanges().perCommitter()",
                        it -> it.trigger(VcsTrigger.ofChanges().perCommitter().id("t"))),
                said(
                        "MetricFailure.of(\"buildTestCount\").lessByPercent(\"20\")",
                        it -> it.feature(MetricFailure.of("buildTestCount")
                                .lessByPercent("20")
                                .id("t"))),
                said(
                        "MetricFailure.of(\"buildTestCount\").moreThan(\"20\")",
                        it -> it.feature(MetricFailure.of("buildTestCount")
                                .moreThan("20")
                                .id("t"))));
    }

    private static Arguments said(String java, UnaryOperator<BuildType> what) {
        return Arguments.of(java, what);
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void aSettingIsSaidInTheWordsThatMadeIt(String expected, UnaryOperator<BuildType> what) throws Exception {
        what.apply(build);

        assertThat(java()).contains(expected + ".id(\"t\")").doesNotContain(".set(");
    }

    @Test
    void aTriggerAfterFailuresTooIsSaidInWords() throws Exception {
        build.trigger(
                FinishTrigger.of(other).afterFailureToo().branches("+:main").id("t"));

        assertThat(java()).contains("FinishTrigger.of(other).afterFailureToo().branches(\"+:main\").id(\"t\")");
    }

    @Test
    void aCronExpressionThatNobodyCouldWriteKeepsItsParts() throws Exception {
        build.trigger(AnyTrigger.of("schedulingTrigger")
                .set("schedulingPolicy", "cron")
                .set("cronExpression_min", "1 2")
                .id("t"));

        assertThat(java()).contains(".set(\"cronExpression_min\", \"1 2\")");
    }

    static Stream<Arguments> specs() {
        return Stream.of(
                form(
                        "ParamSpec.text().label(\"It's [x] |\").prompt()",
                        ParamSpec.text().label("It's [x] |").prompt()),
                form("ParamSpec.text().description(\"a\\nb\").readOnly().notEmpty()", block()),
                form(
                        "ParamSpec.text().matching(\"[a|b]+\", \"No\")",
                        ParamSpec.text().matching("[a|b]+", "No")),
                form(
                        "ParamSpec.checkbox(\"true\", \"\").hidden()",
                        ParamSpec.checkbox("true", "").hidden()),
                form(
                        "ParamSpec.select(\"dev\").choice(\"prod\", \"Production\").choice(\"x\").label(\"Stage\")",
                        ParamSpec.select("dev")
                                .choice("prod", "Production")
                                .choice("x")
                                .label("Stage")),
                form(
                        "ParamSpec.select(\"a\", \"b\").severalJoinedBy(\",\")",
                        ParamSpec.select("a", "b").severalJoinedBy(",")),
                form(
                        "ParamSpec.text().with(\"validationMode\", \"any\")",
                        ParamSpec.text().with("validationMode", "any")),
                form("ParamSpec.verbatim(\"text b='1' a='2'\")", ParamSpec.verbatim("text b='1' a='2'")),
                form("ParamSpec.verbatim(\"text label='|x'\")", ParamSpec.verbatim("text label='|x'")),
                form(
                        "ParamSpec.verbatim(\"checkbox checkedValue='1'\")",
                        ParamSpec.verbatim("checkbox checkedValue='1'")),
                form("ParamSpec.verbatim(\"text label='a\")", ParamSpec.verbatim("text label='a")),
                form("ParamSpec.verbatim(\"text label='a|\")", ParamSpec.verbatim("text label='a|")),
                form("ParamSpec.verbatim(\"text label\")", ParamSpec.verbatim("text label")),
                form("ParamSpec.verbatim(\"select data_1='0' ", longOne()),
                form("ParamSpec.verbatim(\"remote kind='x'\")", ParamSpec.verbatim("remote kind='x'")));
    }

    private static ParamSpec longOne() {
        return ParamSpec.select(
                LongStream.range(0, 200).mapToObj(each -> each + "").toArray(String[]::new));
    }

    private static ParamSpec block() {
        return ParamSpec.text().description("a\nb").readOnly().notEmpty();
    }

    private static Arguments form(String java, ParamSpec spec) {
        return Arguments.of(java, spec);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theFormOfAParameterIsSaidInWordsWhereTheseGiveTheSame(String expected, ParamSpec spec) throws Exception {
        build.param("p", "v", spec);

        assertThat(java().replace("\"\"\"a" + "b\\\"\"\"", "\"a\\nb\"")).contains(expected);
    }
}
