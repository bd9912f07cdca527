package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ecsdelivery.dsl.Approval;
import org.ecsdelivery.dsl.AwsCredentials;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.Matrix;
import org.ecsdelivery.dsl.OnFailedDependency;
import org.ecsdelivery.sandbox.teamcity.BuildResult.Outcome;
import org.ecsdelivery.sandbox.teamcity.settings.BuildChain;
import org.ecsdelivery.sandbox.teamcity.settings.ChainBuild;
import org.ecsdelivery.sandbox.teamcity.settings.ChainBuild.State;
import org.ecsdelivery.sandbox.teamcity.settings.ChainResult;
import org.ecsdelivery.sandbox.teamcity.settings.CustomRun;
import org.junit.jupiter.api.Test;

/** Builds from settings in XML, after those that they depend on. */
class BuildChainTest extends StoredSettings {
    private final List<String> begun = new ArrayList<>();

    @Test
    void runsEachBuildOnceAfterThoseThatItDependsOn() throws Exception {
        BuildType build = shop.buildType("Build").step(echo("building"));
        BuildType left = shop.buildType("Left").after(build);
        BuildType right = shop.buildType("Right").after(build);
        shop.buildType("End").after(left).after(right);

        assertThat(run("Shop_End").succeeded()).isTrue();
        assertThat(begun).containsExactly("Shop_Build", "Shop_Left", "Shop_Right", "Shop_End");
    }

    @Test
    void handsTheParametersOfEveryBuildBeforeItDown() throws Exception {
        BuildType build = shop.buildType("Build").step(does("set", "100%%x%% sure"));
        BuildType between = shop.buildType("Between").after(build);
        shop.buildType("End").after(between).step(echo("it is " + build.parameter("tiny.announced")));

        assertThat(last(run("Shop_End")).texts()).contains("it is 100%x% sure");
    }

    @Test
    void numbersBuildsAsTheSettingsSay() throws Exception {
        BuildType build = shop.buildType("Build").buildNumber("1.2.%build.counter%");
        shop.buildType("End").after(build).buildNumber(build.parameter("build.number") + "-end");

        assertThat(run("Shop_End").results()).extracting(BuildResult::number).containsExactly("1.2.7", "1.2.7-end");
    }

    @Test
    void handsDownTheNumberThatABuildGaveItself() throws Exception {
        BuildType build = shop.buildType("Build").step(echo("##teamcity[buildNumber '99']"));
        shop.buildType("End").after(build).buildNumber(build.parameter("build.number"));

        assertThat(last(run("Shop_End")).number()).isEqualTo("99");
    }

    @Test
    void startsNothingAfterARedBuildAndRunsTheRest() throws Exception {
        BuildType red = shop.buildType("Red").step(does("fail", "no"));
        BuildType after = shop.buildType("After").after(red);
        BuildType green = shop.buildType("Green");
        shop.buildType("End").after(after).after(green);

        ChainResult result = run("Shop_End");

        assertThat(result.succeeded()).isFalse();
        assertThat(told(result))
                .containsExactly(
                        "Shop_Red FAILED ",
                        "Shop_After NOT_STARTED since Shop_Red did not succeed",
                        "Shop_Green SUCCEEDED ",
                        "Shop_End NOT_STARTED since Shop_After did not succeed");
    }

    @Test
    void waitsForPeopleAndSaysForWhom() throws Exception {
        BuildType build = shop.buildType("Build");
        BuildType prod = shop.buildType("Prod").after(build).feature(Approval.of("user:jane", "group:LEADS:2"));
        shop.buildType("End").composite().after(prod);

        ChainResult result = run("Shop_End");

        assertThat(result.succeeded()).isTrue();
        assertThat(told(result))
                .containsExactly(
                        "Shop_Build SUCCEEDED ",
                        "Shop_Prod WAITS for approval by user:jane, group:LEADS:2, whom the sandbox does not ask",
                        "Shop_End WAITS for Shop_Prod");
    }

    @Test
    void runsACompositeBuildOnNoAgent() throws Exception {
        shop.buildType("End").composite().after(shop.buildType("Build"));

        assertThat(run("Shop_End").in(State.SUCCEEDED)).hasSize(2);
        assertThat(begun).containsExactly("Shop_Build");
    }

    @Test
    void findsNoAgentForARequirementOfTheSettings() throws Exception {
        shop.buildType("Build").requires(Condition.exists("gpu"));

        BuildResult result = last(run("Shop_Build"));
        assertThat(result.outcome()).isEqualTo(Outcome.NO_COMPATIBLE_AGENT);
        assertThat(result.texts()).contains("The build configuration requires: gpu EXISTS.");
    }

    @Test
    void letsTheParametersOfACustomRunWin() throws Exception {
        BuildType one = shop.buildType("One").param("x", "settings").step(echo("one %x%"));
        BuildType two = shop.buildType("Two").param("x", "settings").step(echo("two %x%"));
        shop.buildType("End").after(one).after(two).param("x", "settings").step(echo("end %x%"));

        ChainResult result = run(
                "Shop_End",
                run -> run.with("x", "mine").with("reverse.dep.*.x", "all").with("reverse.dep.Shop_Two.x", "two's"));

        assertThat(result.results().get(0).texts()).contains("one all");
        assertThat(result.results().get(1).texts()).contains("two two's");
        assertThat(last(result).texts()).contains("end mine");
    }

    @Test
    void givesTheCredentialsOfAConnectionToWhomTheSettingsGiveThem() throws Exception {
        BuildType with = shop.buildType("With")
                .feature(AwsCredentials.of(External.connection("aws")))
                .step(echo("key %env.AWS_ACCESS_KEY_ID% %env.AWS_SECRET_ACCESS_KEY%"));
        shop.buildType("Without").after(with).step(does("environment", "AWS_ACCESS_KEY_ID"));

        ChainResult result = run(
                "Shop_Without",
                run -> run.withConnection(
                        "aws", Map.of("env.AWS_ACCESS_KEY_ID", "AKIA1", "env.AWS_SECRET_ACCESS_KEY", "hunter2")));

        assertThat(result.results().get(0).texts()).contains("key AKIA1 *******");
        assertThat(last(result).texts()).noneMatch(line -> line.contains("AKIA1"));
    }

    @Test
    void runsBuildsWithoutSourcesElsewhere() throws Exception {
        BuildType build = shop.buildType("Build").checkout(shop.git("Main", "https://git.example.com/shop.git"));
        shop.buildType("End").after(build);

        assertThat(run("Shop_End").results())
                .extracting(result -> result.texts().get(0))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(" in " + checkout()),
                        second -> assertThat(second).endsWith(" in " + directory));
    }

    @Test
    void beginsNothingWhereItWouldDoOtherThanTeamCityDoes() throws Exception {
        BuildType build = shop.buildType("Build")
                .step(echo("maybe").when(Condition.ofDefaultBranch()))
                .feature(Matrix.of().param("x", "1", "2"));
        shop.buildType("End")
                .after(build, how -> how.onFailure(OnFailedDependency.IGNORE))
                .takes(build, "all.zip => .")
                .feature(AwsCredentials.of(External.connection("aws")));

        assertThatThrownBy(() -> run("Shop_End"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                The chain cannot be run:
                Shop_Build: the sandbox stands in for TeamCity, but not for conditions of step tiny.
                Shop_Build: the sandbox stands in for TeamCity, but not for the build feature matrix.
                Shop_End: the sandbox stands in for TeamCity, but not for artifact dependencies.
                Shop_End: the sandbox stands in for TeamCity, but not for the option run-build-if-dependency-failed of a snapshot dependency.
                Shop_End: nobody gave the credentials of the AWS connection aws.""");
        assertThat(begun).isEmpty();
    }

    @Test
    void runsPersonalBuildsWhereTheSettingsLetThem() throws Exception {
        shop.buildType("Prod").deployment().after(shop.buildType("Build"));

        assertThat(run("Shop_Build", BuildChainTest::personal).succeeded()).isTrue();
        assertThatThrownBy(() -> run("Shop_Prod", BuildChainTest::personal))
                .hasMessage("The chain cannot be run:\nShop_Prod: its settings allow no personal builds.");
    }

    @Test
    void namesABuildThatRunsAfterItself() {
        BuildType one = shop.buildType("One");
        BuildType two = shop.buildType("Two").after(one);
        one.after(two);

        assertThatThrownBy(() -> run("Shop_One")).hasMessage("Each of [Shop_One, Shop_Two] runs after itself.");
    }

    @Test
    void namesABuildOfOtherSettings() {
        shop.buildType("One").after(External.buildType("Elsewhere"));

        assertThatThrownBy(() -> run("Shop_One"))
                .hasMessage("Shop_One runs after Elsewhere, which these settings do not have; the sandbox knows no"
                        + " builds of others.");
    }

    private ChainResult run(String id) throws Exception {
        return run(id, UnaryOperator.identity());
    }

    private ChainResult run(String id, UnaryOperator<CustomRun> how) throws Exception {
        CustomRun run = how.apply(CustomRun.of(BuildInputs.of(7, "7", "abc"), checkout(), directory));
        return BuildChain.run(teamCity, stored(), id, run, configuration -> {
            begun.add(configuration.id());
            return LogListener.none();
        });
    }

    private static CustomRun personal(CustomRun run) {
        return new CustomRun(
                run.inputs().asPersonal(),
                run.checkoutDirectory(),
                run.emptyDirectory(),
                run.parameters(),
                run.connections());
    }

    private static BuildResult last(ChainResult chain) {
        return chain.results().get(chain.results().size() - 1);
    }

    private static List<String> told(ChainResult chain) {
        return chain.builds().stream().map(BuildChainTest::told).toList();
    }

    private static String told(ChainBuild build) {
        return build.configuration().id() + " " + build.state() + " " + build.reason();
    }
}
