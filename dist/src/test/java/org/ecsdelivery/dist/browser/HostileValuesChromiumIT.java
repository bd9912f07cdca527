package org.ecsdelivery.dist.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.EnvFileFeature;
import org.ecsdelivery.common.settings.EnvFileParameters;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.sandbox.chromium.ChromiumAvailable;
import org.ecsdelivery.sandbox.teamcity.BuildInputs;
import org.ecsdelivery.sandbox.teamcity.ConfiguredFeature;
import org.ecsdelivery.sandbox.teamcity.LogListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Markup in every parameter, on every page that shows one: none of it may run, and no secret may be seen. */
@ChromiumAvailable
@ExtendWith(InBrowser.class)
class HostileValuesChromiumIT {
    private static final String SECRET = "secret-that-nobody-sees";

    private final Browser browser;
    private final WebPlugin plugin;

    HostileValuesChromiumIT(Browser browser, WebPlugin plugin) {
        this.browser = browser;
        this.plugin = plugin;
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(RunTypeId.IMAGE, ImageParameters.ALL),
                Arguments.of(RunTypeId.DEPLOY, DeployParameters.ALL),
                Arguments.of(RunTypeId.TASK, TaskParameters.ALL),
                Arguments.of(RunTypeId.COVERAGE, CoverageParameters.ALL),
                Arguments.of(RunTypeId.DOCTOR, DoctorParameters.ALL),
                Arguments.of(RunTypeId.SETUP, SetupParameters.ALL));
    }

    @BeforeEach
    void beginAnew() {
        browser.forget();
    }

    @AfterEach
    void theConsoleIsQuiet() {
        browser.hasNoComplaint();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void nothingRunsOnThePagesOfAStep(String type, List<Parameter> table) {
        String id = plugin.keep("Hostile " + type, type, hostile(table));
        visit("/admin/editRunType.html?id=buildType:" + id + "&runnerId=RUNNER_1");
        table.stream()
                .filter(parameter -> parameter.kind() == Parameter.Kind.TEXT)
                .forEach(parameter -> assertThat(browser.byId(parameter.name()).getAttribute("value"))
                        .as(parameter.name())
                        .isEqualTo(canary(parameter)));
        visit("/admin/editBuildRunners.html?id=buildType:" + id);
        visit("/overview.html");
        browser.workAs("DEVELOPER");
        visit("/admin/editRunType.html?id=buildType:" + id + "&runnerId=RUNNER_1");
        assertThat(browser.text()).contains(canary(table.get(0)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void nothingRunsOnThePagesOfABuild(String type, List<Parameter> table) {
        String id = plugin.keep("Hostile build " + type, type, hostile(table));
        long build = 1001L + plugin.teamCity().builds().size();
        plugin.teamCity()
                .run(
                        plugin.kept(id).withMoreParameters(hostile(table)).withPasswordParameters(secrets(table)),
                        BuildInputs.of(build, "1", "abc"),
                        LogListener.none())
                .result();
        assertThat(visitTabs("/viewLog.html?buildId=" + build)).isGreaterThan(2);
        browser.open("/viewLog.html?tab=buildLog&buildId=" + build);
        browser.await(page -> !browser.all("#buildLog[data-over]").isEmpty());
        seen();
        visit("/viewType.html?buildTypeId=" + id);
        visitTabs("/project.html");
        visitTabs("/admin/editProject.html");
    }

    @Test
    void nothingRunsOnThePageOfTheEnvFile() {
        ConfiguredFeature feature = new ConfiguredFeature(EnvFileFeature.TYPE, hostile(EnvFileParameters.ALL));
        String id = plugin.keepWithFeature("Hostile feature", feature);
        visit("/admin/editBuildFeature.html?id=buildType:" + id + "&featureId=BUILD_EXT_1");
        visit("/admin/editBuildRunners.html?id=buildType:" + id);
    }

    /** Looks at every tab of a page, the plugin's among them; returns how many there are. */
    private int visitTabs(String path) {
        visit(path);
        List<String> tabs = browser.all("nav.tabs a").stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        tabs.forEach(tab -> visit(tab.substring(tab.indexOf('/', "https://".length()))));
        return tabs.size();
    }

    private void visit(String path) {
        browser.open(path);
        seen();
    }

    private void seen() {
        assertThat(browser.script("return window.broken || ''"))
                .as("a value ran as a script")
                .isEqualTo("");
        assertThat(browser.source()).doesNotContain(SECRET);
    }

    private static Map<String, String> hostile(List<Parameter> table) {
        Map<String, String> hostile = new HashMap<>();
        table.forEach(parameter ->
                hostile.put(parameter.name(), parameter.kind() == Parameter.Kind.SECRET ? SECRET : canary(parameter)));
        return hostile;
    }

    private static Set<String> secrets(List<Parameter> table) {
        return table.stream()
                .filter(parameter -> parameter.kind() == Parameter.Kind.SECRET)
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }

    /** No percent sign: it would be a reference, which keeps a build from starting. */
    private static String canary(Parameter parameter) {
        String name = parameter.name();
        return "\"'><img src=x onerror=\"window.broken='" + name + "'\"><script>window.broken='" + name
                + "'</script>&amp;";
    }
}
