package org.ecsdelivery.dsl.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.dsl.AnyFeature;
import org.ecsdelivery.dsl.AnyProjectFeature;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.DockerBuildStep;
import org.ecsdelivery.dsl.DockerCommandStep;
import org.ecsdelivery.dsl.DockerPushStep;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ReportTab;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.StepMode;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.dsl.files.SettingsFiles;
import org.ecsdelivery.dsl.model.Entry;
import org.ecsdelivery.dsl.model.SettingsTree;
import org.junit.jupiter.api.Test;

/** What becomes of steps beside others, in templates, and in files of any form. */
class ProposalTest {
    private static final String ECR = ScriptTable.ECR;
    private static final String IMAGE = ECR + "/shop:1";
    private static final String DEPLOY = "ecs deploy c s -i web " + IMAGE;
    private static final String BUILD_FILE = "Shop/buildTypes/Shop_Build.xml";

    private final Project shop = Project.of("Shop");
    private final BuildType build = shop.buildType("Build");

    private Proposal proposal() {
        return Proposal.of(Settings.of(shop).tree());
    }

    private static List<String> steps(Proposal proposal, String configuration) {
        return proposal.tree().configuration(configuration).orElseThrow().entries("build-runners").stream()
                .map(each -> each.id() + " " + each.type())
                .toList();
    }

    private static Entry step(Proposal proposal, String id) {
        return proposal.tree().configuration("Shop_Build").orElseThrow().entries("build-runners").stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> facts(Proposal proposal) {
        return proposal.remarks().stream().map(Remark::fact).toList();
    }

    @Test
    void makesOneStepOfADockerBuildAndADockerPush() {
        build.step(DockerBuildStep.of(IMAGE)
                        .dockerfile("docker/Dockerfile")
                        .arguments("--pull")
                        .id("b")
                        .name("Image"))
                .step(DockerPushStep.of(IMAGE).id("p"));

        Proposal proposal = proposal();
        assertThat(steps(proposal, "Shop_Build")).containsExactly("b ecs-delivery-image");
        assertThat(step(proposal, "b").element().attribute("name")).contains("Image");
        assertThat(step(proposal, "b").parameters())
                .containsEntry("image.context", "docker")
                .containsEntry("image.dockerfile", "docker/Dockerfile")
                .containsEntry("image.pull", "true");
        assertThat(facts(proposal))
                .containsExactly(
                        "becomes Build and Push Image to ECR",
                        "goes, since a typed step of this configuration does it");
    }

    @Test
    void makesOneStepOfALoginATagAndAPushInStepsOfTheirOwn() {
        build.step(ScriptStep.of("$(aws ecr get-login --no-include-email)").id("login"))
                .step(DockerBuildStep.of("shop:1").id("b"))
                .step(DockerCommandStep.of("tag", "shop:1 " + IMAGE).id("t"))
                .step(ScriptStep.ofExecutable("docker", "push " + IMAGE).id("p"));

        assertThat(steps(proposal(), "Shop_Build")).containsExactly("b ecs-delivery-image");
    }

    @Test
    void leavesABuildAndAPushWithAnotherStepBetweenThem() {
        build.step(DockerBuildStep.of(IMAGE)).step(ScriptStep.of("npm test")).step(DockerPushStep.of(IMAGE));

        assertThat(proposal().changed()).isEmpty();
    }

    @Test
    void leavesABuildAndAPushThatRunInDifferentCases() {
        build.step(DockerBuildStep.of(IMAGE))
                .step(DockerPushStep.of(IMAGE).when(Condition.is("teamcity.build.branch", "main")));

        assertThat(proposal().changed()).isEmpty();
    }

    @Test
    void keepsConditionsModeAndDirectoryInEachPart() {
        build.step(ScriptStep.of("npm ci\n" + DEPLOY)
                .directory("app")
                .when(Condition.is("stage", "prod"))
                .mode(StepMode.IF_BUILD_SUCCEEDS)
                .id("d"));

        Proposal proposal = proposal();
        assertThat(steps(proposal, "Shop_Build"))
                .containsExactly("d simpleRunner", "ecs_delivery_deploy ecs-delivery-deploy");
        for (String id : List.of("d", "ecs_delivery_deploy")) {
            assertThat(step(proposal, id).parameters())
                    .containsEntry("teamcity.step.mode", "execute_if_success")
                    .containsEntry("teamcity.build.workingDir", "app");
            assertThat(step(proposal, id).element().elements("conditions", "equals"))
                    .hasSize(1);
        }
    }

    @Test
    void cutsNoStepThatRunsAfterFailures() {
        build.step(ScriptStep.of("npm ci\n" + DEPLOY).mode(StepMode.ALWAYS));

        assertThat(proposal().changed()).isEmpty();
        assertThat(facts(proposal())).singleElement().asString().contains("even when an earlier step has failed");
    }

    @Test
    void takesAStepThatRunsAfterFailuresAsAWhole() {
        build.step(ScriptStep.of(DEPLOY).mode(StepMode.ALWAYS).id("d"));

        assertThat(step(proposal(), "d").parameters()).containsEntry("teamcity.step.mode", "execute_always");
    }

    @Test
    void leavesWhatIsSwitchedOff() {
        build.step(ScriptStep.of(DEPLOY).disabled());

        assertThat(proposal().changed()).isEmpty();
        assertThat(facts(proposal())).containsExactly("stays as it is: it is switched off");
    }

    @Test
    void leavesBuildsThatDoNotFailWithTheirScripts() {
        build.option("shouldFailBuildOnBadExitCode", "false").step(ScriptStep.of(DEPLOY));

        assertThat(proposal().changed()).isEmpty();
    }

    @Test
    void leavesStepsWithParametersThatNobodyKnows() {
        build.step(ScriptStep.of(DEPLOY).set("mystery", "1"));

        assertThat(proposal().changed()).isEmpty();
        assertThat(facts(proposal())).singleElement().asString().contains("mystery");
    }

    @Test
    void putsTheNewStepsIntoTheOrderOfAllThatHaveTheStep() {
        Template template = shop.template("Deploy");
        template.step(ScriptStep.of("npm ci\n" + DEPLOY).id("d"))
                .step(ScriptStep.of("echo done").id("e"));
        shop.buildType("Prod")
                .from(template)
                .step(ScriptStep.of("./prod.sh").id("p"))
                .stepOrder("p", "d", "e");

        Proposal proposal = proposal();
        assertThat(proposal.tree()
                        .configuration("Shop_Prod")
                        .orElseThrow()
                        .settings()
                        .element("build-runners")
                        .flatMap(each -> each.attribute("order")))
                .contains("p, d, ecs_delivery_deploy, e");
    }

    @Test
    void leavesAStepOfATemplateThatAConfigurationReplacesOrSwitchesOff() {
        Template template = shop.template("Deploy");
        template.step(ScriptStep.of(DEPLOY).id("d"));
        shop.buildType("Prod").from(template).disable("d");

        assertThat(proposal().changed()).isEmpty();
        assertThat(facts(proposal())).singleElement().asString().contains("Shop_Prod switches it off");
    }

    @Test
    void leavesAStepOfADefaultTemplate() {
        Template template = shop.template("Deploy");
        template.step(ScriptStep.of(DEPLOY).id("d"));
        shop.defaultTemplate(template);

        assertThat(proposal().changed()).isEmpty();
    }

    @Test
    void leavesABuildAndAPushBetweenWhichStepsOfATemplateElsewhereMayStand() {
        build.from(External.template("Elsewhere"))
                .step(DockerBuildStep.of(IMAGE).id("b"))
                .step(DockerPushStep.of(IMAGE).id("p"))
                .stepOrder("b", "x", "p");

        assertThat(proposal().changed()).isEmpty();
    }

    @Test
    void namesTheImageOfADeploymentByTheBuildBeforeIt() {
        build.step(ScriptStep.of(
                "docker build -t " + ECR + "/shop:%build.number% .\ndocker push " + ECR + "/shop:%build.number%"));
        shop.buildType("Prod")
                .after(build)
                .step(ScriptStep.of("ecs deploy c s -t %dep.Shop_Build.build.number%")
                        .id("d"));

        assertThat(proposal().tree().configuration("Shop_Prod").orElseThrow().entries("build-runners"))
                .singleElement()
                .satisfies(each -> assertThat(each.parameters())
                        .containsEntry("deploy.image", ECR + "/shop:%dep.Shop_Build.build.number%"));
    }

    @Test
    void keepsALoginThatAnotherStepNeeds() {
        build.step(ScriptStep.of("$(aws ecr get-login --no-include-email)\ndocker build -t " + IMAGE
                                + " .\ndocker push " + IMAGE)
                        .id("b"))
                .step(ScriptStep.of("npm test").set("plugin.docker.imageId", ECR + "/node:20"));

        assertThat(steps(proposal(), "Shop_Build").get(0)).isEqualTo("b simpleRunner");
    }

    @Test
    void leavesImagesWhereAFeatureLogsInToAnotherRegistry() {
        build.step(DockerBuildStep.of(IMAGE))
                .step(DockerPushStep.of(IMAGE))
                .feature(AnyFeature.of("DockerSupport").set("login2registry", "HUB"));

        assertThat(proposal().changed()).isEmpty();
    }

    @Test
    void takesImagesWhereAFeatureLogsInToEcr() {
        shop.feature(AnyProjectFeature.of("OAuthProvider").id("ECR").set("providerType", "AmazonDocker"));
        build.step(DockerBuildStep.of(IMAGE))
                .step(DockerPushStep.of(IMAGE))
                .feature(AnyFeature.of("DockerSupport").set("login2registry", "ECR"));

        assertThat(proposal().changed()).hasSize(1);
    }

    @Test
    void publishesCoverageThatAScriptPacksForAReportTab() {
        shop.feature(ReportTab.ofBuild("Coverage", "coverage.zip!coverage/lcov-report/index.html"));
        build.option("artifactRules", "coverage.zip")
                .step(ScriptStep.of("npm test\nzip -qr coverage.zip coverage").id("t"));

        assertThat(step(proposal(), "ecs_delivery_coverage").parameters())
                .containsEntry("coverage.html", "READY_MADE")
                .containsEntry("coverage.htmlDirectory", "coverage/lcov-report");
    }

    @Test
    void leavesCoverageThatNoReportTabTellsOf() {
        build.option("artifactRules", "coverage.zip").step(ScriptStep.of("zip -r coverage.zip coverage"));

        assertThat(proposal().changed()).isEmpty();
    }

    @Test
    void tellsWhatIsOtherThanBefore() {
        build.step(ScriptStep.of("docker build -t shop .\ndocker tag shop " + IMAGE + "\ndocker push " + IMAGE + "\n"
                + DEPLOY + " --rollback"));

        assertThat(proposal().remarks().get(0).details())
                .anyMatch(each -> each.contains("shop:latest"))
                .anyMatch(each -> each.contains("logins of the agent"))
                .anyMatch(each -> each.contains("standard labels"))
                .anyMatch(each -> each.contains("takes the deployment back"))
                .anyMatch(each -> each.contains("stays registered"))
                .anyMatch(each -> each.contains("circuit breaker"))
                .anyMatch(each -> each.contains("the script went on"));
    }

    @Test
    void changesNothingElseInAFileOfAnotherForm() {
        build.step(ScriptStep.of("npm ci").id("a"))
                .step(ScriptStep.of("npm ci\n" + DEPLOY).id("d"))
                .step(ScriptStep.of("./last.sh\nexit 0").id("z"));
        String file = new String(Settings.of(shop).tree().files().get(BUILD_FILE), StandardCharsets.UTF_8)
                .replace("<description />", "<description></description>  <!-- by hand: <runner id=\"d\" /> -->");

        String changed = changed(file);
        int at = file.indexOf("      <runner id=\"d\"");
        assertThat(changed)
                .startsWith(file.substring(0, at))
                .endsWith(file.substring(file.indexOf("<runner id=\"z\"")))
                .contains("<runner id=\"ecs_delivery_deploy\" name=\"\" type=\"ecs-delivery-deploy\">");
    }

    @Test
    void keepsTheLineEndsOfAFile() {
        build.step(ScriptStep.of(DEPLOY).id("d"));
        String file = new String(Settings.of(shop).tree().files().get(BUILD_FILE), StandardCharsets.UTF_8)
                .replace("\n", "\r\n");

        assertThat(changed(file)).contains("ecs-delivery-deploy").doesNotContainPattern("[^\\r]\\n");
    }

    private String changed(String file) {
        Map<String, byte[]> files = new TreeMap<>(Settings.of(shop).tree().files());
        files.put(BUILD_FILE, file.getBytes(StandardCharsets.UTF_8));
        SettingsTree tree = SettingsFiles.read(new TreeMap<>(files));
        return new String(Proposal.of(tree).changed().get(BUILD_FILE), StandardCharsets.UTF_8);
    }

    @Test
    void showsNoKeyThatStandsNearby() {
        build.step(ScriptStep.of("./report.sh AKIAABCDEFGHIJKLMNOP\n" + DEPLOY));

        assertThat(proposal().changed()).isEmpty();
        assertThat(facts(proposal())).singleElement().asString().contains("would show an AWS key");
    }

    @Test
    void leavesSettingsOfOthersAlone() {
        build.checkout(External.vcsRoot("Root")).step(ScriptStep.of("npm test"));

        assertThat(proposal().changed()).isEmpty();
        assertThat(proposal().remarks()).isEmpty();
        assertThat(proposal().patch(".teamcity")).isEmpty();
    }
}
