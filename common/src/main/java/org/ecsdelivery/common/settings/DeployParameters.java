package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.EnteredImage;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.ServiceName;

/** The parameters of the deploy step and their one parser. */
public final class DeployParameters {
    /** The cluster. */
    public static final Parameter CLUSTER = Parameter.text(
                    "deploy.cluster", "Cluster", "Enter the name or ARN of the ECS cluster.")
            .whichIsRequired();
    /** The service. */
    public static final Parameter SERVICE = Parameter.text(
                    "deploy.service",
                    "Service",
                    "Enter the name or ARN of the ECS service. Several are separated by commas; each may have an image of its"
                            + " own: service=image.")
            .whichIsRequired();
    /** The container. */
    public static final Parameter CONTAINER = Parameter.text(
            "deploy.container",
            "Container",
            "Enter the container of the task definition whose image changes. Leave it empty when there is only one."
                    + " {service} stands for the name of the service.");
    /** The image. */
    public static final Parameter IMAGE = Parameter.text(
                    "deploy.image",
                    "Image",
                    "Enter the image with its tag or digest. The default is what the image step of this build pushed,"
                            + " pinned by digest. {service} stands for the name of the service.")
            .whichIsRequired()
            .withDefault("%" + BuildParameter.IMAGE_URI + "%");
    /** The finish level. */
    public static final Parameter FINISH_LEVEL = Parameter.choice(
                    "deploy.finishLevel",
                    "Finish when",
                    "LIVE: the new tasks serve. DEPLOYED: ECS says completed. DRAINED: no old target is left in a"
                            + " target group. STOPPED: every old task is stopped.",
                    List.of("LIVE", "DEPLOYED", "DRAINED", "STOPPED"))
            .withDefault(FinishLevel.DRAINED.name());
    /** The time limit. */
    public static final Parameter TIMEOUT = Parameter.number(
                    "deploy.timeoutMinutes",
                    "Time limit, minutes",
                    "Enter 1 to 1440. It must cover the start of the new tasks, the deregistration delay and the stop"
                            + " timeout.",
                    30)
            .amongAdvanced();

    static final Duration DEFAULT_TIMEOUT = TextForms.minutes(TIMEOUT.defaultValue());

    /** Whether to plan only. */
    public static final Parameter DRY_RUN = Parameter.flag(
                    "deploy.dryRun",
                    "Dry run",
                    "Checks and prints the plan, and changes nothing: for a pull request, a personal build, or before a"
                            + " release.",
                    false)
            .amongAdvanced();

    /** Whether to deploy in any case. */
    public static final Parameter FORCE = Parameter.flag(
                    "deploy.force",
                    "Force a new deployment",
                    "Replaces the tasks even where the service already runs this image with these settings: to read a"
                            + " changed secret, or to move tasks to other instances.",
                    false)
            .amongAdvanced();

    /** What becomes of the deployment when the step is stopped. */
    public static final Parameter ON_STOP = Parameter.choice(
                    "deploy.onStop",
                    "When stopped or out of time",
                    "LEAVE: the deployment goes on in ECS. ROLL_BACK: ECS takes a deployment that it has not completed back"
                            + " to what ran before, for services that nobody watches once the build is gone. WAIT: a stopped build"
                            + " still follows it for up to 4 minutes, to tell how it ended; a second stop ends that.",
                    List.of("LEAVE", "ROLL_BACK", "WAIT"))
            .withDefault(OnStop.LEAVE.name())
            .amongAdvanced();

    /** What the step does at a pause hook. */
    public static final Parameter ON_PAUSE = Parameter.choice(
                    "deploy.onPause",
                    "At a pause hook",
                    "WAIT: the step waits until somebody continues or rolls back on the Deployment tab of the build"
                            + " or in the ECS console. CONTINUE: the step has ECS go on, at each pause hook that the deployment comes to while the step follows it. ROLL_BACK: it"
                            + " has ECS go back to what ran before.",
                    List.of("WAIT", "CONTINUE", "ROLL_BACK"))
            .withDefault(OnPause.WAIT.name())
            .amongAdvanced();
    /** Whether the surroundings of the service are checked. */
    public static final Parameter PIPELINE_CHECK = Parameter.choice(
                    "deploy.pipelineCheck",
                    "Check the pipeline",
                    "WARN: before anything is changed, the step looks whether security groups let the load balancer in, a"
                            + " listener sends requests to each target group, and the roles can be used, and warns where not."
                            + " FAIL: it changes nothing then, and fails. It takes some more calls and permissions (those of"
                            + " Check Pipeline).",
                    List.of("OFF", "WARN", "FAIL"))
            .withDefault(PipelineCheck.OFF.name())
            .amongAdvanced();

    /** How much of the log of a failed task is shown. */
    public static final Parameter FAILED_TASK_LOG_LINES = Parameter.number(
                    "deploy.failedTaskLogLines",
                    "Log lines of a failed task",
                    "Enter how many of the last lines of each failed container are shown, 0 to 100: more where the reason"
                            + " stands above a long stack trace, 0 where logs must not leave CloudWatch.",
                    DeploySettingsBuilder.USUAL_LOG_LINES)
            .amongAdvanced();

    /** How many revisions stay. */
    public static final Parameter KEEP_REVISIONS = Parameter.text(
                    "deploy.keepRevisions",
                    "Revisions to keep",
                    "Enter 2 to 1000 to deregister older revisions of the family after a deployment that succeeded. Those that"
                            + " a service or a task uses stay, and so does the one to go back to. Leave it empty to keep all;"
                            + " all stay too where several services shall be taken back together (ROLL_BACK_SET).")
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = all();

    private DeployParameters() {}

    private static List<Parameter> all() {
        List<Parameter> all = new ArrayList<>(List.of(CLUSTER, SERVICE, CONTAINER, IMAGE));
        all.addAll(ServiceSetParameters.ALL);
        all.addAll(MigrationParameters.ALL);
        all.addAll(List.of(
                FINISH_LEVEL,
                TIMEOUT,
                ON_STOP,
                ON_PAUSE,
                PIPELINE_CHECK,
                FAILED_TASK_LOG_LINES,
                KEEP_REVISIONS,
                FORCE,
                DRY_RUN));
        all.addAll(RevisionParameters.ALL);
        all.addAll(ServiceParameters.ALL);
        all.addAll(AwsParameters.OF_STEPS);
        return List.copyOf(all);
    }

    /** Reads the settings of a deploy step with one service, or all the problems. */
    public static Parsed<DeploySettings> parse(Map<String, String> given, References references) {
        ParameterReader reader = new ParameterReader(given, references);
        Optional<ClusterName> cluster = reader.optional(CLUSTER, ClusterName::parse);
        Optional<ServiceName> service = reader.optional(SERVICE, ServiceName::parse);
        Optional<ContainerName> container = reader.optional(CONTAINER, ContainerName::new);
        Optional<ImageReference> image = reader.optional(IMAGE, DeployParameters::image);
        Optional<FinishLevel> level =
                reader.optional(FINISH_LEVEL, text -> TextForms.constant(FinishLevel.class, text));
        Optional<Duration> timeout = reader.optional(TIMEOUT, TextForms::minutes);
        Optional<OnStop> onStop = reader.optional(ON_STOP, text -> TextForms.constant(OnStop.class, text));
        Optional<OnPause> onPause = reader.optional(ON_PAUSE, text -> TextForms.constant(OnPause.class, text));
        Optional<PipelineCheck> check =
                reader.optional(PIPELINE_CHECK, text -> TextForms.constant(PipelineCheck.class, text));
        Optional<Integer> logLines = reader.optional(FAILED_TASK_LOG_LINES, text -> TextForms.whole(text, 0, 100));
        Optional<Migration> migration = MigrationParameters.read(reader);
        Optional<Integer> keep = reader.optional(KEEP_REVISIONS, text -> TextForms.whole(text, 2, 1000));
        boolean dryRun = reader.flag(DRY_RUN);
        boolean force = reader.flag(FORCE);
        RevisionChanges changes = RevisionParameters.read(reader);
        ServiceChanges serviceChanges = ServiceParameters.read(reader);
        AwsAccess access = AwsParameters.readOfStep(reader);
        return reader.finish(() -> DeploySettings.of(cluster.orElseThrow(), service.orElseThrow(), image.orElseThrow())
                .container(container)
                .finishLevel(level.orElse(FinishLevel.DRAINED))
                .timeout(timeout.orElse(DEFAULT_TIMEOUT))
                .changes(changes)
                .serviceChanges(serviceChanges)
                .access(image.map(pulled -> inRegion(access, pulled)).orElse(access))
                .dryRun(dryRun)
                .force(force)
                .onStop(onStop.orElse(OnStop.LEAVE))
                .onPause(onPause.orElse(OnPause.WAIT))
                .pipelineCheck(check.orElse(PipelineCheck.OFF))
                .migration(migration)
                .failedTaskLogLines(logLines.orElse(DeploySettingsBuilder.USUAL_LOG_LINES))
                .keepRevisions(keep)
                .build());
    }

    /** Where the step names no Region, that of the registry; no contradiction when the two differ: ECS pulls from any Region. */
    private static AwsAccess inRegion(AwsAccess access, ImageReference image) {
        Optional<AwsRegion> ofHost = image.host().flatMap(RegistryHost::region);
        return access.region().isPresent()
                ? access
                : ofHost.map(access::inRegion).orElse(access);
    }

    private static ImageReference image(String text) {
        ImageReference reference = EnteredImage.parse(text);
        if (reference.tag().isEmpty() && reference.digest().isEmpty()) {
            throw new IllegalArgumentException("'" + text + "' has neither a tag nor a digest");
        }
        return reference;
    }
}
