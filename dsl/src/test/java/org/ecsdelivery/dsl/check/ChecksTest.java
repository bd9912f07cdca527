package org.ecsdelivery.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecsdelivery.dsl.AbsoluteId;
import org.ecsdelivery.dsl.AnyTrigger;
import org.ecsdelivery.dsl.AwsConnection;
import org.ecsdelivery.dsl.AwsCredentials;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.FinishTrigger;
import org.ecsdelivery.dsl.MavenStep;
import org.ecsdelivery.dsl.Operator;
import org.ecsdelivery.dsl.ParamSpec;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.dsl.VersionedSettings;
import org.ecsdelivery.dsl.check.Mistakes.Expected;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChecksTest {
    private final Project shop = Project.of("Shop").feature(VersionedSettings.in(External.vcsRoot("SettingsRepo")));

    private List<Problem> problems() {
        return Settings.of(shop).problems();
    }

    private static List<Problem> errors(List<Problem> problems) {
        return problems.stream()
                .filter(each -> each.severity() == Severity.ERROR)
                .toList();
    }

    static IntStream mistakes() {
        return IntStream.range(0, Mistakes.ALL.size());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tellsAMistakeWithItsRuleAndTheLineThatMadeIt(int number) {
        Expected expected = Mistakes.ALL.get(number).make(shop.project("Home"), 7);

        assertThat(errors(problems())).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.rule()).isEqualTo(expected.rule());
            assertThat(problem.toString()).contains(expected.fragment());
            assertThat(problem.origin().text()).contains("(Mistakes.java:");
            assertThat(problem.remedy()).endsWith(".");
            assertThat(problem.fact()).doesNotEndWith(".");
        });
    }

    @Test
    void findsEachOfManyMistakesAndNothingElse() {
        List<Expected> expected = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            for (int kind = 0; kind < Mistakes.ALL.size(); kind++) {
                Project home = shop.project("Home" + kind + "x" + number);
                expected.add(Mistakes.ALL.get(kind).make(home, number));
            }
        }

        List<Problem> found = errors(problems());

        assertThat(expected).hasSizeGreaterThan(600);
        assertThat(found).hasSameSizeAs(expected);
        Set<Problem> unused = new HashSet<>(found);
        assertThat(expected)
                .allSatisfy(each -> assertThat(unused.removeIf(problem -> problem.rule() == each.rule()
                                        && problem.toString().contains(each.fragment()))
                                || found.stream()
                                        .anyMatch(problem -> problem.rule() == each.rule()
                                                && problem.toString().contains(each.fragment())))
                        .isTrue());
        assertThat(unused).isEmpty();
    }

    @Test
    void namesTheVeryLineOfALongSentence() {
        int line = new Throwable().getStackTrace()[0].getLineNumber() + 4;
        shop.buildType("Build")
                .step(ScriptStep.of("make all the things that there are"))
                .description("a sentence that takes several lines of source")
                .param("1x", "y");

        assertThat(problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "org.ecsdelivery.dsl.check.ChecksTest.namesTheVeryLineOfALongSentence(ChecksTest.java:" + line
                                + "): PRM1 build configuration Shop_Build: '1x' is no name that TeamCity takes for a parameter. Begin"
                                + " with a Latin letter, and use Latin letters, digits and . _ - *.");
    }

    @Test
    void neverRepeatsASecret() {
        shop.param("password", "hunter2", ParamSpec.password());

        assertThat(problems())
                .hasSize(1)
                .allSatisfy(problem -> assertThat(problem.toString())
                        .contains("SEC1 project Shop: the value of password is neither a token nor a reference")
                        .doesNotContain("hunter2"));
    }

    @Test
    void findsAPasswordInTheAddressOfARepository() {
        shop.git("A", "https://ci:hunter2@github.com/acme/shop.git");
        shop.git("B", "https://ci:%git.password%@github.com/acme/shop.git");
        shop.git("C", "ssh://git@github.com:22/acme/shop.git");

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("SEC1 VCS root Shop_A: the address in url has a password in it")
                        .doesNotContain("hunter2"));
    }

    @Test
    void believesThatWhatIsExternalExists() {
        shop.feature(AwsConnection.ofRole("aws", "AWS", "eu-west-1", "arn", External.connection("root")));
        shop.buildType("A")
                .from(External.template("Acme_T"))
                .checkout(External.vcsRoot("Acme_R"))
                .after(External.buildType("Acme_B"))
                .takes(External.buildType("Acme_C"), "a => b")
                .buildNumber(External.buildType("Acme_B").parameter("build.number"))
                .trigger(FinishTrigger.of(External.buildType("Acme_D")))
                .feature(AwsCredentials.of(External.connection("aws")));

        assertThat(problems()).isEmpty();
    }

    @Test
    void believesWhatOtherSettingsAreSaidToDefineForRawParameters() {
        shop.buildType("A").trigger(AnyTrigger.of("buildDependencyTrigger").set("dependsOn", "Acme_B"));

        assertThat(problems()).hasSize(1);
        assertThat(Settings.of(shop).beside(External.buildType("Acme_B")).problems())
                .isEmpty();
    }

    @Test
    void findsParametersInTemplatesAndInProjectsAbove() {
        shop.param("goals", "verify");
        Project below = shop.project("Below");
        Template template = shop.template("T")
                .param("flags", "-q")
                .step(MavenStep.of("%goals%").arguments("%flags%"));
        below.buildType("A").from(template).buildNumber("%build.counter%-%env.USER%-%flags%-%goals%-100%%");

        assertThat(problems()).isEmpty();
    }

    @Test
    void warnsOfAParameterThatNothingDefines() {
        shop.buildType("A").step(ScriptStep.of("echo %nowhere%"));

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.toString())
                    .contains("warning PRM1 build configuration Shop_A: nothing here defines %nowhere%");
        });
    }

    @Test
    void warnsOfNothingWhereProjectsAboveAreNotKnown() {
        Project deep = Project.of("Deep", External.project("Acme"));
        deep.buildType(AbsoluteId.of("Deep_A")).step(ScriptStep.of("echo %above%"));

        assertThat(Settings.of(deep).problems()).extracting(Problem::rule).containsExactly(Rule.ID_PREFIX);
    }

    @Test
    void followsDependenciesOfDependenciesToAParameter() {
        BuildType a = shop.buildType("A");
        BuildType b = shop.buildType("B").after(a);
        shop.buildType("C").after(b).buildNumber(a.parameter("build.number"));

        assertThat(problems()).isEmpty();
    }

    @Test
    void findsWhatATemplateNeedsAndAConfigurationLacks() {
        BuildType other = shop.buildType("Other");
        Template template = shop.template("T")
                .buildNumber(other.parameter("build.number"))
                .step(ScriptStep.of("echo %stage%").id("replaced"))
                .step(ScriptStep.of("echo %stage%"));
        shop.buildType("A").from(template).step(ScriptStep.of("echo").id("replaced"));
        shop.buildType("B").from(template).after(other).param("stage", "x");

        assertThat(problems())
                .extracting(each -> each.subject() + ": " + each.fact())
                .containsExactly(
                        "build configuration Shop_A: %dep.Shop_Other.build.number% is a parameter of a build that this"
                                + " one does not run after",
                        "build configuration Shop_A: nothing here defines %stage%");
    }

    @Test
    void warnsOfADeploymentThatIsNoneByHalf() {
        shop.buildType("A").option("buildConfigurationType", "DEPLOYMENT");

        assertThat(problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.CONFIGURATION_TYPE, Rule.CONFIGURATION_TYPE);
    }

    @Test
    void warnsOfAProjectAtTheTopThatDoesNotSayWhereItsSettingsAre() {
        assertThat(Settings.of(Project.of("Bare")).problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.VERSIONED_SETTINGS);
    }

    @Test
    void tellsTheLineOfXmlForWhatWasRead() {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put(
                "Shop/buildTypes/Shop_A.xml",
                "<build-type uuid='1'>\n<name>A</name>\n<settings>\n<parameters>\n<param name='1x' value=''/></parameters></settings></build-type>"
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "Shop/buildTypes/Shop_B.xml",
                "<build-type uuid='1'><name>B</name></build-type>".getBytes(StandardCharsets.UTF_8));
        SettingsTree tree = SettingsFiles.read(files);

        assertThat(Checks.of(tree, Set.of()))
                .extracting(Problem::toString)
                .anyMatch(text -> text.startsWith("Shop/buildTypes/Shop_A.xml:5: PRM1 "))
                .anyMatch(text -> text.startsWith("Shop/buildTypes/Shop_B.xml:1: UUID1 "));
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryOperator(Operator operator) {
        shop.buildType("A").requires(Condition.of(operator, "x", "1"));

        assertThat(problems()).isEmpty();
    }

    @Test
    void findsACircleOfAThousandConfigurations() {
        BuildType first = shop.buildType("B0");
        BuildType last = first;
        for (int i = 1; i < 1_000; i++) {
            last = shop.buildType("B" + i).after(last);
        }
        first.after(last);

        assertThat(errors(problems())).extracting(Problem::rule).containsExactly(Rule.CYCLE);
    }
}
