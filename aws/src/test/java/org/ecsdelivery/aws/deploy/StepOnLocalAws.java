package org.ecsdelivery.aws.deploy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ecsdelivery.aws.AwsClients;
import org.ecsdelivery.aws.QuickAwsClients;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.DeploySettingsBuilder;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.common.settings.Migration;
import org.ecsdelivery.common.settings.OnPause;
import org.ecsdelivery.common.settings.OnStop;
import org.ecsdelivery.common.settings.PipelineCheck;
import org.ecsdelivery.common.settings.RevisionChanges;
import org.ecsdelivery.common.settings.ServiceChanges;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.deploy.ServiceDeploy;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.report.Verdict;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.VirtualTime;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.LocalAwsBuilder;
import org.ecsdelivery.sandbox.aws.ecs.ServiceSeed;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.ecs.TaskTimings;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;

/** The deploy step over the wire: engine and real clients in front of a stand-in for AWS, on one virtual time. */
final class StepOnLocalAws implements AutoCloseable {
    static final String CLUSTER = "prod";
    static final String SERVICE = "web";
    static final String CONTAINER = "app";
    static final String REGION = "eu-central-1";
    static final Map<String, String> TAGS = Map.of("ecs-delivery:build-id", "42");
    static final Duration DELAY = Duration.ofSeconds(30);
    static final String IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop/web@" + TaggedImage.DIGEST;

    final VirtualTime time = new VirtualTime();
    final Cancellation cancellation = new Cancellation();
    final List<EngineEvent> events = new ArrayList<>();
    final LocalAws aws;
    private DeploySettings settings = plain();

    /** Returns the settings of a step that changes the image and follows to the very end. */
    static DeploySettings plain() {
        return DeploySettings.of(new ClusterName(CLUSTER), new ServiceName(SERVICE), ImageReference.parse(IMAGE))
                .finishLevel(FinishLevel.STOPPED)
                .timeout(Duration.ofMinutes(10))
                .build();
    }

    private String region = REGION;
    private Optional<Duration> patience = Optional.empty();
    private int attempts;
    private EngineListener listener = events::add;

    StepOnLocalAws() {
        this(UnaryOperator.identity());
    }

    StepOnLocalAws(UnaryOperator<LocalAwsBuilder> more) {
        aws = more.apply(LocalAws.builder().clock(time).timings(TaskTimings.quick()))
                .start();
        TaggedImage.pushed(aws, "shop/web", "first");
    }

    // --- the world before the step

    String targetGroup(String name, Duration delay) {
        return aws.elb()
                .create(TargetGroupSpec.named(name)
                        .withHealthChecks(Duration.ofSeconds(1), 2, 2)
                        .withDeregistrationDelay(delay));
    }

    /** Begins the description of the service that the step deploys to. */
    ServiceSeed service(int tasks) {
        return aws.ecs().service(CLUSTER, SERVICE).running(tasks).circuitBreaker(true);
    }

    /** Makes the tasks of the image that the step brings do something else than serve. */
    void newTasks(TaskBehaviour behaviour) {
        aws.ecs().behaviour(image -> image.contains("@sha256:"), behaviour);
    }

    // --- the step's settings

    StepOnLocalAws finishAt(FinishLevel level) {
        return with(settings.toBuilder().finishLevel(level));
    }

    StepOnLocalAws within(Duration timeout) {
        return with(settings.toBuilder().timeout(timeout));
    }

    StepOnLocalAws counting(int desired) {
        return with(settings.toBuilder().serviceChanges(new ServiceChanges(Optional.of(desired), Optional.empty())));
    }

    StepOnLocalAws changing(ServiceChanges changes) {
        return with(settings.toBuilder().serviceChanges(changes));
    }

    StepOnLocalAws tagging(Map<String, String> tags) {
        return with(settings.toBuilder().changes(settings.changes().tagged(tags)));
    }

    StepOnLocalAws changing(RevisionChanges changes) {
        return with(settings.toBuilder().changes(changes));
    }

    StepOnLocalAws keeping(int newestRevisions) {
        return with(settings.toBuilder().keepRevisions(Optional.of(newestRevisions)));
    }

    StepOnLocalAws container(String name) {
        return with(settings.toBuilder().container(Optional.of(new ContainerName(name))));
    }

    private StepOnLocalAws with(DeploySettingsBuilder next) {
        settings = next.build();
        return this;
    }

    StepOnLocalAws onStop(OnStop what) {
        settings = settings.whenStopped(what);
        return this;
    }

    StepOnLocalAws migrating(String... command) {
        settings = settings.migrating(Optional.of(new Migration(List.of(command), Duration.ofMinutes(5))));
        return this;
    }

    StepOnLocalAws onPause(OnPause what) {
        settings = settings.whenPaused(what);
        return this;
    }

    StepOnLocalAws checkingThePipeline(PipelineCheck how) {
        return with(settings.toBuilder().pipelineCheck(how));
    }

    StepOnLocalAws image(String reference) {
        return with(settings.toBuilder().image(ImageReference.parse(reference)));
    }

    /** Waits so long at most for the answer to a call, and makes it only so often. */
    StepOnLocalAws waitingForAnswers(Duration moment, int times) {
        patience = Optional.of(moment);
        attempts = times;
        return this;
    }

    StepOnLocalAws inRegion(String name) {
        region = name;
        return this;
    }

    /** Lets somebody hear the events too. */
    void listen(EngineListener also) {
        listener = event -> {
            events.add(event);
            also.on(event);
        };
    }

    // --- the step

    DeployResult run() {
        try (AwsClients clients = patience.map(
                        most -> QuickAwsClients.impatient(aws.endpoint(), region, time, most, attempts))
                .orElseGet(() -> QuickAwsClients.of(aws.endpoint(), region, time))) {
            DeployPorts ports = new DeployPorts(
                    clients.ecs(),
                    clients.targetGroups(),
                    clients.containerLogs(),
                    clients.imageRegistry(),
                    clients.alarms(),
                    clients.scaling(),
                    clients.taskRuns(),
                    clients.envFileBucket(),
                    clients.pipelines());
            return new ServiceDeploy(ports, time, time, cancellation, listener).run(settings, TAGS);
        }
    }

    /** Returns what the build problem, or the last line of the build log, says about a result. */
    String words(DeployResult result) {
        return Verdict.of(settings, result).text();
    }

    // --- what came of it

    List<String> warnings() {
        return told(EngineEvent.Warned.class).stream()
                .map(EngineEvent.Warned::text)
                .toList();
    }

    <E extends EngineEvent> List<E> told(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns when the world itself saw the last target of a group go. */
    Instant lastTargetGone(String group) {
        return aws.ecs().timeline().of(Timeline.Kind.TARGET).stream()
                .filter(entry -> entry.detail().equals(group) && entry.state().equals("gone"))
                .map(Timeline.Entry::at)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Returns a client of somebody who is not this build. */
    EcsClient somebodyElse() {
        URI endpoint = aws.endpoint();
        return EcsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOTHER", "other")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        aws.close();
    }
}
