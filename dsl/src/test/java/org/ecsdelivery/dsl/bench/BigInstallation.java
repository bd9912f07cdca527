package org.ecsdelivery.dsl.bench;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.dsl.AnyFeature;
import org.ecsdelivery.dsl.AnyStep;
import org.ecsdelivery.dsl.AnyTrigger;
import org.ecsdelivery.dsl.AwsConnection;
import org.ecsdelivery.dsl.AwsCredentials;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.CleanupPolicy;
import org.ecsdelivery.dsl.CommitStatus;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.CoverageStep;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.External;
import org.ecsdelivery.dsl.FinishTrigger;
import org.ecsdelivery.dsl.GitVcsRoot;
import org.ecsdelivery.dsl.GradleStep;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.dsl.MavenStep;
import org.ecsdelivery.dsl.MetricFailure;
import org.ecsdelivery.dsl.OnFailedDependency;
import org.ecsdelivery.dsl.ParamSpec;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Reuse;
import org.ecsdelivery.dsl.ScheduleTrigger;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Secret;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.dsl.VcsTrigger;
import org.ecsdelivery.dsl.VersionedSettings;

/** The settings of a company: teams with services, each service with a chain from the build to three stages, and what runs at night. */
public final class BigInstallation {
    /** How many configurations a service has. */
    private static final int OF_SERVICE = 5;

    private static final int SERVICES_OF_TEAM = 4;
    private static final List<String> STAGES = List.of("Dev", "Qa", "Prod");

    private final Project company = Project.of("Acme").name("Acme").description("All teams");
    private final AwsConnection aws = AwsConnection.ofServer("aws", "AWS", "eu-central-1");
    private final List<BuildType> builds = new ArrayList<>();
    private int left;

    private BigInstallation(int configurations) {
        left = configurations;
    }

    /** Returns settings with so many build configurations; templates and projects come on top. */
    public static Settings of(int configurations) {
        return new BigInstallation(configurations).settings();
    }

    private Settings settings() {
        company.feature(aws)
                .feature(VersionedSettings.in(External.vcsRoot("SettingsRepo")))
                .cleanup(CleanupPolicy.ofArtifacts().keepDays(30).keepBuilds(20))
                .param("env.TZ", "UTC")
                .param("registry", "123456789012.dkr.ecr.eu-central-1.amazonaws.com")
                .password("sonar.token", Secret.token("11111111-2222-3333-4444-555555555555"));
        Template common = common();
        Template deploy = deploy();
        for (int team = 1; left > 0; team++) {
            team(company.project("Team" + team).name("Team " + team), common, deploy);
        }
        return Settings.of(company);
    }

    private Template common() {
        return company.template("Common")
                .name("Common build")
                .buildNumber("%version%.%build.counter%")
                .param("version", "1.0")
                .step(AnyStep.placeForOwnSteps().id("placeholder"))
                .step(ScriptStep.of("set -eu\n./ci/report.sh %system.teamcity.buildConfName%\n./ci/clean.sh")
                        .name("Report")
                        .always()
                        .id("report"))
                .feature(AnyFeature.of("perfmon").id("perfmon"))
                .feature(AnyFeature.of("swabra")
                        .set("swabra.enabled", "swabra.before.build")
                        .id("swabra"))
                .requires(Condition.contains("teamcity.agent.jvm.os.name", "Linux")
                        .id("RQ_1"));
    }

    private Template deploy() {
        return company.template("Deploy")
                .name("Deploy to a stage")
                .deployment()
                .param("stage", "", stages())
                .param("cluster", "")
                .param("service", "")
                .param("image", "")
                .step(ScriptStep.of("./ci/notify.sh start %stage%").name("Tell").id("tell"))
                .step(DeployStep.of("%cluster%", "%service%").image("%image%").id("deploy"))
                .feature(AwsCredentials.of(aws).id("aws"));
    }

    private static ParamSpec stages() {
        return ParamSpec.select("dev", "qa")
                .choice("prod", "Production")
                .label("Stage")
                .prompt();
    }

    private void team(Project team, Template common, Template deploy) {
        team.param("team.mail", team.id().toLowerCase(Locale.ROOT) + "@example.org")
                .param("team.channel", "#" + team.id());
        for (int service = 1; service <= SERVICES_OF_TEAM && left > 0; service++) {
            service(team.project("Service" + service).name("Service " + service), common, deploy);
        }
    }

    private void service(Project service, Template common, Template deploy) {
        String name = service.id().toLowerCase(Locale.ROOT).replace('_', '-');
        GitVcsRoot root = service.git("Main", "https://git.example.org/acme/" + name + ".git")
                .branches("+:refs/heads/*", "+:refs/pull/*/merge")
                .login("ci", Secret.token("aaaaaaaa-2222-3333-4444-555555555555"));
        BuildType build = build(service.buildType("Build").name("Build and test"), root, name)
                .from(common);
        left -= OF_SERVICE;
        builds.add(nightly(service.buildType("Nightly").name("Long tests"), root, build)
                .from(common));
        BuildType before = build;
        for (String stage : STAGES) {
            before = stage(service.buildType(stage).name("To " + stage), stage, build, before, name)
                    .from(deploy);
        }
    }

    private BuildType build(BuildType build, GitVcsRoot root, String name) {
        builds.add(build);
        return build.description("Compiles, tests and packs " + name)
                .artifacts("build/libs/*.jar => app", "build/reports => reports.zip", "-:build/tmp")
                .checkout(root, "+:. => .", "-:docs")
                .param("version", "2." + builds.size())
                .param("env.JAVA_HOME", "%env.JDK_17_0%")
                .param("gradle.opts", "-Xmx2g -Dfile.encoding=UTF-8 --no-daemon")
                .param("system.service.name", name)
                .param(
                        "release",
                        "false",
                        ParamSpec.checkbox("true", "false").label("Release").prompt())
                .step(GradleStep.of("clean check")
                        .arguments("%gradle.opts% --stacktrace")
                        .jdk("%env.JDK_17_0%")
                        .name("Test")
                        .id("RUNNER_1"))
                .step(CoverageStep.ofWhatIsFound()
                        .atLeast(CoverageMetric.LINES, "80")
                        .id("RUNNER_2"))
                .step(MavenStep.of("deploy")
                        .pom("pom.xml")
                        .arguments("-B -DskipTests")
                        .name("Publish")
                        .id("RUNNER_3"))
                .step(image(name))
                .step(ScriptStep.of(script(name))
                        .directory("ci")
                        .name("Mark as built")
                        .id("RUNNER_5"))
                .trigger(VcsTrigger.ofChanges()
                        .branches("+:*", "-:refs/heads/wip/*")
                        .rules("-:docs/**", "-:**.md")
                        .quietPeriod(60)
                        .id("TRIGGER_1"))
                .feature(CommitStatus.ofGitHub(Secret.token("bbbbbbbb-2222-3333-4444-555555555555"))
                        .id("BUILD_EXT_1"))
                .feature(AnyFeature.of("xml-report-plugin")
                        .set("xmlReportParsing.reportDirs", "+:build/test-results/**/*.xml")
                        .set("xmlReportParsing.reportType", "junit")
                        .id("BUILD_EXT_2"))
                .feature(MetricFailure.of("buildTestCount").lessByPercent("20").id("BUILD_EXT_3"))
                .feature(AwsCredentials.of(aws).id("BUILD_EXT_4"))
                .requires(Condition.exists("docker.server.version").id("RQ_2"))
                .requires(Condition.exists("env.JDK_17_0").id("RQ_3"));
    }

    private static ImageStep image(String name) {
        return ImageStep.of("%registry%/acme/" + name)
                .tags("%build.number%", "latest")
                .dockerfile("docker/Dockerfile")
                .buildArgument("VERSION", "%build.number%")
                .label("team", "%team.mail%")
                .name("Image")
                .id("RUNNER_4");
    }

    private static String script(String name) {
        StringBuilder script = new StringBuilder("#!/bin/bash\nset -euo pipefail\n");
        for (int i = 1; i <= 12; i++) {
            script.append("if [[ \"${STEP_")
                    .append(i)
                    .append(":-}\" != \"done\" && %build.number% > ")
                    .append(i);
            script.append(" ]]; then\n  ./mark.sh --service '")
                    .append(name)
                    .append("' --step ")
                    .append(i)
                    .append("\nfi\n");
        }
        return script.toString();
    }

    private BuildType nightly(BuildType nightly, GitVcsRoot root, BuildType build) {
        int number = builds.size();
        return nightly.checkout(root)
                .param("version", "n" + number)
                .step(AnyStep.of("ssh-exec-runner")
                        .set("jetbrains.buildServer.deployer.targetUrl", "host" + number + ".example.org")
                        .set("jetbrains.buildServer.sshexec.authMethod", "SSH_AGENT")
                        .set("jetbrains.buildServer.sshexec.command", "sudo systemctl restart load\nsleep 5")
                        .set("jetbrains.buildServer.sshexec.port", "22")
                        .id("RUNNER_1"))
                .step(GradleStep.of("longTest")
                        .set("ui.gradleRunner.gradle.incremental", "true")
                        .id("RUNNER_2"))
                .trigger(schedule(number))
                .trigger(AnyTrigger.of("retryBuildTrigger")
                        .set("reRunBuildWithTheSameRevisions", "true")
                        .id("TRIGGER_2"))
                .after(build, it -> it.reuse(Reuse.ANY).onFailure(OnFailedDependency.ADD_PROBLEM))
                .takes(build, "app/*.jar => libs", "reports.zip!** => reports")
                .disable("swabra");
    }

    private static ScheduleTrigger schedule(int number) {
        ScheduleTrigger trigger = switch (number % 3) {
            case 0 -> ScheduleTrigger.daily(number % 24, 30);
            case 1 -> ScheduleTrigger.weekly(DayOfWeek.of(1 + number % 7), 3, number % 60);
            default -> ScheduleTrigger.cron("0 " + number % 60 + " 2 ? * MON-FRI");
        };
        return trigger.onlyWithChanges(false).branches("+:<default>").id("TRIGGER_1");
    }

    private BuildType stage(BuildType stage, String name, BuildType build, BuildType before, String service) {
        stage.param("stage", name.toLowerCase(Locale.ROOT), stages())
                .param("cluster", "acme-" + name.toLowerCase(Locale.ROOT))
                .param("service", service)
                .param("image", build.parameter("ecs-delivery.image.uri"))
                .buildNumber(build.parameter("build.number"))
                .after(build);
        if (before == build) {
            return stage.trigger(FinishTrigger.of(build).branches("+:<default>").id("TRIGGER_1"));
        }
        return stage.after(before, it -> it.onFailure(OnFailedDependency.CANCEL));
    }
}
