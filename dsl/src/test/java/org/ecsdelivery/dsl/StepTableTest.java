package org.ecsdelivery.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.settings.CircuitBreaker;
import org.ecsdelivery.common.settings.CoverageParameters;
import org.ecsdelivery.common.settings.CoverageSettings.Blocks;
import org.ecsdelivery.common.settings.CoverageSettings.WhenMissing;
import org.ecsdelivery.common.settings.DeployOrder;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DoctorParameters;
import org.ecsdelivery.common.settings.EnvFileUse;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.OnAlarm;
import org.ecsdelivery.common.settings.OnFailure;
import org.ecsdelivery.common.settings.OnPause;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.common.settings.PipelineCheck;
import org.ecsdelivery.common.settings.PropagateTags;
import org.ecsdelivery.common.settings.ServiceSetParameters;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.TaskParameters;
import org.ecsdelivery.common.value.CoverageMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the typed steps against the plugin's own tables. */
class StepTableTest {
    private static final ImageStep IMAGE = ImageStep.of("%registry%/team/shop");
    private static final DeployStep DEPLOY = DeployStep.of("prod", "shop");
    private static final CoverageStep COVERAGE = CoverageStep.ofWhatIsFound();
    private static final TaskStep TASK = TaskStep.of("prod", "shop");

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of(IMAGE, ImageParameters.ALL),
                Arguments.of(DEPLOY, DeployParameters.ALL),
                Arguments.of(TASK, TaskParameters.ALL),
                Arguments.of(DoctorStep.of("prod", "shop"), DoctorParameters.ALL),
                Arguments.of(SetupStep.of("shop"), SetupParameters.ALL),
                Arguments.of(COVERAGE, CoverageParameters.ALL));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyParameterOfTheTableCanBeSetAndNoOther(Step bare, List<Parameter> table) {
        Set<String> names = new TreeSet<>(bare.parameters().keySet());
        FluentSetters.of(bare)
                .forEach(setter -> names.addAll(
                        FluentSetters.called(setter, bare).parameters().keySet()));

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        table.stream().map(Parameter::name).toList());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aBareStepHoldsWhatItCannotRunWithoutAndNothingElse(Step bare, List<Parameter> table) {
        assertThat(bare.parameters().keySet())
                .containsExactlyElementsOf(table.stream()
                        .filter(Parameter::required)
                        .map(Parameter::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everySetterLeavesTheStepItIsCalledOnAsItWas(Step bare, List<Parameter> table) {
        Map<String, String> before = Map.copyOf(bare.parameters());

        assertThat(FluentSetters.of(bare))
                .isNotEmpty()
                .allSatisfy(setter -> assertThat(FluentSetters.called(setter, bare))
                        .as(setter.getName())
                        .isNotSameAs(bare));
        assertThat(bare.parameters()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepWithEverythingSetFollowsTheOrderOfTheTable(Step bare, List<Parameter> table) {
        assertThat(FluentSetters.allOn(bare).parameters().keySet())
                .containsExactlyElementsOf(table.stream().map(Parameter::name).toList());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyValueCanBeAReference(Step bare, List<Parameter> table) {
        assertThat(FluentSetters.allOn(bare).parameters().values())
                .allSatisfy(value -> assertThat(value)
                        .matches(text -> References.UNRESOLVED.defers(text)
                                || text.equals("prod")
                                || text.equals("shop")
                                // what a setter of a way to run decides by itself
                                || Set.of("SERVICE", "PROVIDERS", "S3", "READY_MADE", "GIT", "DIFF", "FILE")
                                        .contains(text)));
    }

    @Test
    void theDeployStepWritesEachValueUnderItsOwnName() {
        assertThat(fullDeployStep().parameters())
                .containsExactly(
                        entry("deploy.cluster", "prod"),
                        entry("deploy.service", "shop\nmail\njobs=team/jobs:7"),
                        entry("deploy.container", "web"),
                        entry("deploy.image", "team/shop:42"),
                        entry("deploy.order", "PARALLEL"),
                        entry("deploy.atOnce", "3"),
                        entry("deploy.onFailure", "ROLL_BACK_SET"),
                        entry("deploy.migrationCommand", "migrate\n--all up"),
                        entry("deploy.migrationTimeoutMinutes", "20"),
                        entry("deploy.finishLevel", "LIVE"),
                        entry("deploy.timeoutMinutes", "45"),
                        entry("deploy.onStop", "ROLL_BACK"),
                        entry("deploy.onPause", "CONTINUE"),
                        entry("deploy.pipelineCheck", "FAIL"),
                        entry("deploy.failedTaskLogLines", "40"),
                        entry("deploy.keepRevisions", "5"),
                        entry("deploy.force", "true"),
                        entry("deploy.dryRun", "true"),
                        entry("deploy.environment", "MODE=a=b\nLEVEL=2"),
                        entry("deploy.secrets", "DB=arn:aws:ssm:eu-central-1:123456789012:parameter/db"),
                        entry("deploy.envFile", ".env"),
                        entry("deploy.envFileAs", "S3"),
                        entry("deploy.envFileBucket", "s3://shop-env/prod"),
                        entry("deploy.environmentUnset", "OLD OLDER"),
                        entry("deploy.environmentReplace", "true"),
                        entry("deploy.command", "serve\n--port=80 80"),
                        entry("deploy.cpu", "512"),
                        entry("deploy.memory", "1024"),
                        entry("deploy.taskRole", "arn:aws:iam::123456789012:role/task"),
                        entry("deploy.executionRole", "arn:aws:iam::123456789012:role/execution"),
                        entry("deploy.tags", "team=shop\ncost center=a=b"),
                        entry("deploy.taskDefinitionFile", "deploy/web.json"),
                        entry("deploy.taskDefinitionValues", "STAGE=prod"),
                        entry("deploy.desiredCount", "3"),
                        entry("deploy.gracePeriodSeconds", "90"),
                        entry("deploy.minimumHealthyPercent", "50"),
                        entry("deploy.maximumPercent", "150"),
                        entry("deploy.circuitBreaker", "ROLL_BACK"),
                        entry("deploy.alarms", "web errors\nweb latency"),
                        entry("deploy.onAlarm", "ROLL_BACK"),
                        entry("deploy.capacityProviders", "FARGATE=1:2\nFARGATE_SPOT=3"),
                        entry("deploy.propagateTags", "TASK_DEFINITION"),
                        entry("aws.accessKeyId", "AKIDEXAMPLE"),
                        entry("secure:aws.secretAccessKey", "credentialsJSON:11111111-2222-3333-4444-555555555555"),
                        entry("secure:aws.sessionToken", "%aws.token%"),
                        entry("aws.roleArn", "arn:aws:iam::123456789012:role/deploy"),
                        entry("aws.externalId", "42"),
                        entry("aws.sessionTags", "team=shop\nstage=prod"),
                        entry("aws.endpoint", "http://127.0.0.1:4566"));
    }

    @Test
    void aStepTakesItsCredentialsFromAConnection() {
        AwsConnection connection = AwsConnection.ofServer("PROJECT_EXT_7", "AWS", "eu-central-1");

        assertThat(DEPLOY.connection(connection).sessionMinutes(90).parameters())
                .contains(entry("aws.connection", "PROJECT_EXT_7"), entry("aws.connectionMinutes", "90"));
    }

    private static DeployStep fullDeployStep() {
        return DEPLOY.endpoint("http://127.0.0.1:4566")
                .role("arn:aws:iam::123456789012:role/deploy", "42")
                .sessionTag("team", "shop")
                .sessionTag("stage", "prod")
                .temporaryAccessKeys(
                        "AKIDEXAMPLE", "credentialsJSON:11111111-2222-3333-4444-555555555555", "%aws.token%")
                .onFailure(OnFailure.ROLL_BACK_SET)
                .atOnce(3)
                .order(DeployOrder.PARALLEL)
                .alsoService("mail")
                .alsoService("jobs", "team/jobs:7")
                .onStop(OnStop.ROLL_BACK)
                .onPause(OnPause.CONTINUE)
                .pipelineCheck(PipelineCheck.FAIL)
                .migrationTimeout(Duration.ofMinutes(20))
                .migration("migrate", "--all up")
                .failedTaskLogLines(40)
                .keepRevisions(5)
                .timeout(Duration.ofMinutes(45))
                .dryRun(true)
                .desiredCount(3)
                .gracePeriod(Duration.ofSeconds(90))
                .percent(50, 150)
                .circuitBreaker(CircuitBreaker.ROLL_BACK)
                .alarms("web errors", "web latency")
                .onAlarm(OnAlarm.ROLL_BACK)
                .capacityProviders("FARGATE=1:2", "FARGATE_SPOT=3")
                .propagateTags(PropagateTags.TASK_DEFINITION)
                .tag("team", "shop")
                .tag("cost center", "a=b")
                .force(true)
                .environmentVariable("MODE", "a=b")
                .environmentVariable("LEVEL", "2")
                .secret("DB", "arn:aws:ssm:eu-central-1:123456789012:parameter/db")
                .envFile(".env")
                .envFileAs(EnvFileUse.As.ENVIRONMENT)
                .envFileInS3("s3://shop-env/prod")
                .withoutVariables("OLD", "OLDER")
                .replacingEnvironment(true)
                .command("serve", "--port=80 80")
                .size("512", "1024")
                .taskRole("arn:aws:iam::123456789012:role/task")
                .executionRole("arn:aws:iam::123456789012:role/execution")
                .taskDefinitionFile("deploy/web.json")
                .taskDefinitionValue("STAGE", "prod")
                .finishLevel(FinishLevel.LIVE)
                .image("team/shop:42")
                .container("web");
    }

    @Test
    void theTaskStepWritesEachValueUnderItsOwnName() {
        assertThat(fullTaskStep().parameters())
                .containsExactly(
                        entry("task.cluster", "prod"),
                        entry("task.definition", "shop"),
                        entry("task.container", "app"),
                        entry("task.command", "convert\n{input}"),
                        entry("task.environment", "A=1\nB=2"),
                        entry("task.envFile", ".env"),
                        entry("task.cpu", "1024"),
                        entry("task.memory", "2048"),
                        entry("task.launch", "PROVIDERS"),
                        entry("task.capacityProviders", "FARGATE_SPOT=3\nFARGATE"),
                        entry("task.subnets", "subnet-1\nsubnet-2"),
                        entry("task.securityGroups", "sg-1"),
                        entry("task.publicIp", "true"),
                        entry("task.inputs", "videos.txt"),
                        entry("task.atOnce", "4"),
                        entry("task.stopAtFirstFailure", "true"),
                        entry("task.timeoutMinutes", "90"));
        assertThat(TASK.asService("web").parameters())
                .containsEntry("task.launch", "SERVICE")
                .containsEntry("task.service", "web");
        assertThat(TASK.count(3).parameters()).containsEntry("task.count", "3");
    }

    private static TaskStep fullTaskStep() {
        return TASK.timeout(Duration.ofMinutes(90))
                .stopAtFirstFailure(true)
                .atOnce(4)
                .inputs("videos.txt")
                .publicAddress(true)
                .securityGroups("sg-1")
                .subnets("subnet-1", "subnet-2")
                .capacityProviders("FARGATE_SPOT=3", "FARGATE")
                .memory("2048")
                .cpu("1024")
                .environment("A", "1")
                .environment("B", "2")
                .envFile(".env")
                .command("convert", "{input}")
                .container("app");
    }

    @Test
    void theCoverageStepWritesEachValueUnderItsOwnName() {
        assertThat(fullCoverageStep().parameters())
                .containsExactly(
                        entry("coverage.reports", "shards/**/lcov.info\njacoco.xml"),
                        entry("coverage.whenMissing", "WARNING"),
                        entry("coverage.older", "true"),
                        entry("coverage.exclude", "src/generated/**"),
                        entry("coverage.paths", "/app=>web\n/src=>"),
                        entry("coverage.html", "READY_MADE"),
                        entry("coverage.htmlDirectory", "coverage/html"),
                        entry("coverage.blocks", "INSTRUCTIONS"),
                        entry("coverage.patch", "GIT"),
                        entry("coverage.patchBase", "origin/main"),
                        entry("coverage.minimums", "lines 80\nchanged lines 90\napi: branches 70.5"),
                        entry("coverage.components", "api=src/api/**, src/common/**"),
                        entry("coverage.ratchet", "lines, branches"),
                        entry("coverage.baseline", "FILE"),
                        entry("coverage.baselineFile", "coverage.json"),
                        entry("coverage.tolerance", "0.1"),
                        entry("coverage.partial", "true"));
        assertThat(COVERAGE.changedIn("change.diff").parameters())
                .containsExactly(entry("coverage.patch", "DIFF"), entry("coverage.patchDiff", "change.diff"));
    }

    private static CoverageStep fullCoverageStep() {
        return COVERAGE.partial(true)
                .tolerance("0.1")
                .baselineFile("coverage.json")
                .mustNotFall(CoverageMetric.LINES, CoverageMetric.BRANCHES)
                .component("api", "src/api/**", "src/common/**")
                .atLeast(CoverageMetric.LINES, "80")
                .atLeastOfChanged(CoverageMetric.LINES, "90")
                .atLeastOf("api", CoverageMetric.BRANCHES, "70.5")
                .changedSince("origin/main")
                .blocks(Blocks.INSTRUCTIONS)
                .readyMadeHtml("coverage/html")
                .path("/app", "web")
                .path("/src", "")
                .leaveOut("src/generated/**")
                .olderReports(true)
                .whenMissing(WhenMissing.WARNING)
                .reports("shards/**/lcov.info", "jacoco.xml");
    }

    @Test
    void thePluginFindsNothingToRefuseInTypedSteps() {
        assertThat(CoverageParameters.parse(fullCoverageStep().parameters(), References.UNRESOLVED)
                        .invalidParameters())
                .isEmpty();
        assertThat(ImageParameters.parse(FullImageStepTest.step().parameters(), References.UNRESOLVED)
                        .invalidParameters())
                .isEmpty();
        assertThat(TaskParameters.parse(fullTaskStep().parameters(), References.UNRESOLVED)
                        .invalidParameters())
                .isEmpty();
        assertThat(ServiceSetParameters.parse(fullDeployStep().parameters(), References.UNRESOLVED)
                        .invalidParameters())
                .isEmpty();
    }
}
