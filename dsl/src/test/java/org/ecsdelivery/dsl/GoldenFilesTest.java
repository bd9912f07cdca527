package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.ecsdelivery.dsl.model.SchemaProfile;
import org.ecsdelivery.dsl.xml.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what is written with files composed after those that TeamCity writes. */
public class GoldenFilesTest {
    private static final Secret TOKEN = Secret.token("11111111-2222-3333-4444-555555555555");
    private static final BuildTypeReference TOOL = External.buildType("Acme_Tool");

    private final Project payments = Project.of("Payments");

    @Test
    void aProjectWithEverything() throws IOException {
        Project project = Project.of("Payments", External.project("Acme"))
                .description("Payment services")
                .defaultTemplate(External.template("Acme_Common"))
                .param("env.TZ", "UTC")
                .password(
                        "registry.password",
                        TOKEN,
                        ParamSpec.password().hidden().readOnly())
                .feature(AwsConnection.ofRole(
                        "awsProd",
                        "AWS prod",
                        "eu-west-1",
                        "arn:aws:iam::123456789012:role/deploy",
                        External.connection("Acme_Aws")))
                .feature(
                        ReportTab.ofBuild("Coverage", "coverage.zip!index.html").id("coverageTab"))
                .feature(VersionedSettings.in(External.vcsRoot("Acme_SettingsRepo")))
                .cleanup(CleanupPolicy.ofArtifacts().keepDays(30))
                .keepArtifactsOfDependencies(false)
                .shownInThisOrder();
        project.project("Api");
        project.project("Web");
        project.buildType("Build");
        project.buildType("Prod");

        assertWritten(Settings.of(project), "Payments/project-config.xml", "2021.1-project.xml");
    }

    @Test
    void aBuildConfigurationWithEverything() throws IOException {
        BuildType base = payments.buildType("Base");
        GitVcsRoot main = payments.git("Main", "https://github.com/acme/payments.git");
        payments.buildType("Build")
                .name("Build and test")
                .description("Tests & packs <all>")
                .paused()
                .deployment()
                .artifacts("build/libs/*.jar => app", "build/reports => reports.zip")
                .buildNumber(base.parameter("build.number"))
                .param(
                        "stage",
                        "prod",
                        ParamSpec.select()
                                .choice("dev", "Development")
                                .choice("prod")
                                .prompt())
                .param("text", "one\ntwo", ParamSpec.text().label("It's [a] |"))
                .step(ScriptStep.of("set -eu\n./notify.sh <x> && true")
                        .id("notify")
                        .name("Notify")
                        .always()
                        .when(Condition.ofDefaultBranch())
                        .when(Condition.exists("env.CI")))
                .step(MavenStep.of("clean verify").disabled())
                .step(GradleStep.of("check"))
                .step(GradleStep.of("publish"))
                .checkout(main, "+:services/payments => .", "-:docs")
                .checkout(External.vcsRoot("Acme_Tools"))
                .requires(Condition.contains("teamcity.agent.jvm.os.name", "Linux"))
                .requires(Condition.exists("docker.server.version"))
                .trigger(VcsTrigger.ofChanges().disabled())
                .trigger(FinishTrigger.of(base).branches("+:<default>").id("TRIGGER_1"))
                .feature(MetricFailure.of("buildTestCount").lessByPercent("20").id("BUILD_EXT_1"))
                .feature(Matrix.of().param("jdk", "17", "21").groupArtifacts(true))
                .feature(Approval.of("group:RELEASE_MANAGERS:1"))
                .takes(ArtifactDependency.from(base, "app/*.jar => libs", "reports.zip!** => reports")
                        .cleanDestination())
                .takes(ArtifactDependency.from(TOOL, "tool.zip")
                        .ofTag("stable")
                        .ofBranch("main")
                        .id("tools"))
                .after(base, it -> it.onFailure(OnFailedDependency.ADD_PROBLEM))
                .after(TOOL, it -> it.reuse(Reuse.NO))
                .cleanup(CleanupPolicy.of(CleanupLevel.EVERYTHING).keepBuilds(10));

        assertWritten(Settings.of(payments), "Payments/buildTypes/Payments_Build.xml", "2021.1-build.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021.1", "2025.3"})
    void anEmptyBuildConfiguration(String label) throws IOException {
        payments.buildType("Empty");

        assertWritten(
                Settings.of(payments).profile(profile(label)),
                "Payments/buildTypes/Payments_Empty.xml",
                label + "-empty.xml");
    }

    @Test
    void anEmptyProject() throws IOException {
        assertWritten(
                Settings.of(payments).profile(SchemaProfile.V2025_3),
                "Payments/project-config.xml",
                "2025.3-emptyproject.xml");
        assertWritten(Settings.of(payments.archived()), "Payments/project-config.xml", "2021.1-emptyproject.xml");
    }

    @Test
    void aProjectBelowTheRootOfTheServerHasNoParent() throws IOException {
        assertWritten(
                Settings.of(Project.of("Payments", External.project("_Root"))).profile(SchemaProfile.V2025_3),
                "Payments/project-config.xml",
                "2025.3-emptyproject.xml");
    }

    @Test
    void aGitRepository() throws IOException {
        payments.git("Main", "https://github.com/acme/payments.git")
                .name("Payments main")
                .checkEvery(120)
                .branches("+:refs/heads/*", "+:refs/tags/*")
                .login("ci", TOKEN);

        assertWritten(Settings.of(payments), "Payments/vcsRoots/Payments_Main.xml", "2021.1-git.xml");
    }

    @Test
    void aTemplate() throws IOException {
        payments.template("Deploy").description("Push & deploy");

        assertWritten(Settings.of(payments), "Payments/buildTypes/Payments_Deploy.xml", "2021.1-template.xml");
    }

    @Test
    void aBuildConfigurationThatReplacesAddsAndSwitchesOffWhatItsTemplateGives() throws IOException {
        Template deploy = payments.template("Deploy")
                .composite()
                .step(ScriptStep.of("push").id("push"))
                .step(AnyStep.placeForOwnSteps().id("own"))
                .step(ScriptStep.of("wait"))
                .step(ScriptStep.of("deploy").id("deploy"))
                .trigger(VcsTrigger.ofChanges());
        payments.buildType("Qa")
                .from(deploy)
                .option("buildConfigurationType", "REGULAR")
                .option("checkoutDirectory", "")
                .param("stage", "qa")
                .step(ScriptStep.of("./smoke.sh"))
                .step(ScriptStep.of("./other.sh").id("deploy").name("Other"))
                .disable("vcsTrigger");

        assertWritten(
                Settings.of(payments).profile(SchemaProfile.V2025_3),
                "Payments/buildTypes/Payments_Qa.xml",
                "2025.3-derived.xml");
    }

    @Test
    void aBuildConfigurationOfSeveralTemplates() throws IOException {
        payments.buildType("Both").from(payments.template("One")).from(External.template("Acme_Other"));

        assertWritten(Settings.of(payments), "Payments/buildTypes/Payments_Both.xml", "2021.1-several.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021.1-project.xml",
                "2021.1-build.xml",
                "2021.1-empty.xml",
                "2025.3-empty.xml",
                "2021.1-git.xml",
                "2025.3-derived.xml",
                "2021.1-template.xml",
                "2021.1-several.xml"
            })
    void whatIsReadIsWrittenAgainAsItWas(String name) throws IOException {
        Document document = Document.read(name, golden(name));

        assertThat(document.isAsTeamCityWritesIt()).isTrue();
    }

    private static SchemaProfile profile(String label) {
        return label.equals("2021.1") ? SchemaProfile.V2021_1 : SchemaProfile.V2025_3;
    }

    private static void assertWritten(Settings settings, String path, String golden) throws IOException {
        assertThat(settings.tree().files()).containsKey(path);
        assertThat(new String(settings.tree().files().get(path), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(golden), StandardCharsets.UTF_8));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = GoldenFilesTest.class.getResourceAsStream("golden/" + name)) {
            return in.readAllBytes();
        }
    }
}
