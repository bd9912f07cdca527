import java.util.List;
import java.util.Locale;
import org.ecsdelivery.common.settings.BuildParameter;
import org.ecsdelivery.common.settings.FailOn;
import org.ecsdelivery.common.value.CoverageMetric;
import org.ecsdelivery.dsl.Approval;
import org.ecsdelivery.dsl.AwsConnection;
import org.ecsdelivery.dsl.AwsCredentials;
import org.ecsdelivery.dsl.BuildType;
import org.ecsdelivery.dsl.Condition;
import org.ecsdelivery.dsl.CoverageStep;
import org.ecsdelivery.dsl.DeployStep;
import org.ecsdelivery.dsl.DoctorStep;
import org.ecsdelivery.dsl.EnvFile;
import org.ecsdelivery.dsl.FinishTrigger;
import org.ecsdelivery.dsl.GitVcsRoot;
import org.ecsdelivery.dsl.ImageStep;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.ScriptStep;
import org.ecsdelivery.dsl.Settings;
import org.ecsdelivery.dsl.SetupStep;
import org.ecsdelivery.dsl.Template;
import org.ecsdelivery.dsl.VcsTrigger;
import org.ecsdelivery.dsl.VersionedSettings;
import org.ecsdelivery.dsl.command.CommandLine;

/** Ludlow in TeamCity, from an empty AWS account on: the pipeline by a template, then tests, image, and the stages qa and prod. */
public final class LudlowSettings {
    /** All in which the stages differ. */
    private record Stage(String name, String host, int tasks) {
        String service() {
            return BuildParameter.ofOutput(name + "Service");
        }
    }

    private static final Stage QA = new Stage("Qa", "qa.ludlow.example.com", 1);
    private static final Stage PROD = new Stage("Prod", "www.ludlow.example.com", 2);
    private static final String REPOSITORY = BuildParameter.ofOutput("Repository");
    private static final String CLUSTER = BuildParameter.ofOutput("Cluster");
    private static final String CONTAINER = BuildParameter.ofOutput("Container");

    private final Project ludlow = Project.of("Ludlow").name("Ludlow market").shownInThisOrder();
    private final GitVcsRoot main = ludlow.git("Main", "https://git.example.com/ludlow/ludlow.git");
    private final AwsConnection aws = AwsConnection.ofServer("aws", "AWS", "eu-central-1");

    private Settings all() {
        ludlow.feature(VersionedSettings.in(main)).feature(aws);
        // empty means AWS itself; otherwise a private endpoint or a stand-in
        ludlow.param("aws.endpoint", "");
        BuildType pipeline = pipeline();
        BuildType build = build(pipeline);
        Template deploy = deploy(pipeline, build);
        BuildType qa = stage(QA, deploy, pipeline).trigger(FinishTrigger.of(build).branches("+:<default>"));
        BuildType prod = stage(PROD, deploy, pipeline).after(qa).feature(Approval.of("group:RELEASE_MANAGERS:1"));
        ludlow.buildType("Release").name("Both stages").composite().after(prod);
        return Settings.of(ludlow);
    }

    /** What the stages stand on. Run again it changes what the template or a value here changed, and else nothing. */
    private BuildType pipeline() {
        SetupStep setup = SetupStep.of("ludlow")
                .name("Set up")
                .template("infrastructure/application-pipeline.yaml")
                .allowRoles(true)
                .parameter("ApplicationName", "ludlow")
                .parameter("ContainerPort", "80")
                .parameter("DeregistrationDelaySeconds", "10")
                .parameter("VpcId", "%vpc%")
                .parameter("LoadBalancerSubnetIds", "%subnets.public%")
                .parameter("TaskSubnetIds", "%subnets.private%")
                .parameter("CertificateArn", "%certificate%")
                .parameter("AlarmMail", "%alarm.mail%")
                // answers at / on port 80 until the first deployment
                .parameter("InitialImage", "public.ecr.aws/nginx/nginx:stable");
        for (Stage stage : List.of(QA, PROD)) {
            setup = setup.parameter("Create" + stage.name(), "true")
                    .parameter(stage.name() + "Host", stage.host())
                    .parameter(stage.name() + "DesiredCount", Integer.toString(stage.tasks()));
        }
        BuildType pipeline = ludlow.buildType("Pipeline")
                .checkout(main)
                .param("vpc", "vpc-0a1b2c3d")
                .param("subnets.public", "subnet-0a1b2c3d,subnet-1a1b2c3d")
                .param("subnets.private", "subnet-2a1b2c3d,subnet-3a1b2c3d")
                .param("certificate", "arn:aws:acm:eu-central-1:111122223333:certificate/1a2b3c4d")
                .param("alarm.mail", "ludlow@example.com")
                .feature(AwsCredentials.of(aws))
                .step(setup.endpoint("%aws.endpoint%"))
                .step(DoctorStep.of(here(CLUSTER), here(QA.service()), here(PROD.service()))
                        .name("Check")
                        .failOn(FailOn.WARNING)
                        .endpoint("%aws.endpoint%"));
        // the setup step gives them their values; TeamCity must know of them before
        List.of(REPOSITORY, CLUSTER, CONTAINER, QA.service(), PROD.service())
                .forEach(output -> pipeline.param(output, ""));
        return pipeline;
    }

    /** What everybody may run with changes of their own, from the IDE: the image gets no tag but {@code personal-...} then. */
    private BuildType build(BuildType pipeline) {
        return ludlow.buildType("Build")
                .checkout(main)
                .after(pipeline)
                .param("base.image", "public.ecr.aws/amazoncorretto/amazoncorretto:17")
                .feature(AwsCredentials.of(aws))
                .requires(Condition.exists("docker.server.version"))
                .step(ScriptStep.of("sh ./run-tests \"%teamcity.tool.jacoco%\"").name("Test"))
                .step(CoverageStep.ofWhatIsFound().name("Publish coverage").atLeast(CoverageMetric.LINES, "75"))
                .step(ImageStep.of(pipeline.parameter(REPOSITORY))
                        .name("Build and push the image")
                        .tags("%build.number%", "latest")
                        .buildArgument("VERSION", "%build.number%")
                        .buildArgument("BASE", "%base.image%")
                        .endpoint("%aws.endpoint%"))
                .trigger(VcsTrigger.ofChanges());
    }

    /** What both stages have in common: the same image by the same step. */
    private Template deploy(BuildType pipeline, BuildType build) {
        return ludlow.template("Deploy")
                .deployment()
                .checkout(main)
                .after(build)
                .buildNumber(build.parameter("build.number"))
                .param("service", "")
                .param("stage", "")
                .feature(AwsCredentials.of(aws))
                .feature(EnvFile.at(".env")
                        .template(".env.template")
                        .value("LUDLOW_STAGE", "%stage%")
                        .secretsManager("LUDLOW_PAYMENT_KEY", "ludlow/%stage%:paymentKey")
                        .endpoint("%aws.endpoint%"))
                .step(DeployStep.of(pipeline.parameter(CLUSTER), "%service%")
                        .name("Deploy to ECS")
                        .id("deploy")
                        .container(pipeline.parameter(CONTAINER))
                        .image(build.parameter("ecs-delivery.image.uri"))
                        .envFile(".env")
                        .endpoint("%aws.endpoint%"));
    }

    private BuildType stage(Stage stage, Template deploy, BuildType pipeline) {
        return ludlow.buildType(stage.name())
                .from(deploy)
                .param("stage", stage.name().toLowerCase(Locale.ROOT))
                .param("service", pipeline.parameter(stage.service()));
    }

    private static String here(String output) {
        return "%" + output + "%";
    }

    public static Settings settings() {
        return new LudlowSettings().all();
    }

    public static void main(String[] arguments) {
        CommandLine.of(LudlowSettings::settings).main(arguments);
    }
}
