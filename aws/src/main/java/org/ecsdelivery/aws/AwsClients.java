package org.ecsdelivery.aws;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.aws.call.JsonApi;
import org.ecsdelivery.aws.call.QueryApi;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.PushTargets;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.engine.doctor.PipelineApi;
import org.ecsdelivery.engine.ecs.AlarmApi;
import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.ScalingApi;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.ecs.TaskRunApi;
import org.ecsdelivery.engine.envfile.EnvFileBucket;
import org.ecsdelivery.engine.envfile.ParameterStore;
import org.ecsdelivery.engine.envfile.SecretStore;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.Registries;
import org.ecsdelivery.engine.scan.ImageScans;
import org.ecsdelivery.engine.scan.RegistryScans;
import org.ecsdelivery.engine.stack.StackApi;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * AWS as one step of one build sees it: Region, credentials, and the engine's ports.
 *
 * <p>Everything comes from the step's settings and the build's environment; the agent's process is asked for nothing but its
 * proxy properties and, last of all, the role of its machine. Nothing is set globally. Calls may come from any thread; an
 * interrupted thread stops waiting at once.
 */
public final class AwsClients implements AutoCloseable {
    private final AwsSession session;
    private final EcsClient ecs;
    private final EcrClient ecr;
    private final ElasticLoadBalancingV2Client elb;
    private final CloudWatchLogsClient logs;
    private final OnDemand<CloudWatchClient> alarms;
    private final OnDemand<ApplicationAutoScalingClient> scaling;
    private final AwsCalls calls;
    private final Map<PushTargets, AwsRegistries> registries = new ConcurrentHashMap<>();

    private AwsClients(AwsSession session) {
        this.session = session;
        this.ecs = session.client(EcsClient.builder(), to -> to.endpointProvider(OwnAddresses.ecs()));
        this.ecr = session.client(EcrClient.builder(), to -> to.endpointProvider(OwnAddresses.ecr()));
        this.elb =
                session.client(ElasticLoadBalancingV2Client.builder(), to -> to.endpointProvider(OwnAddresses.elb()));
        this.logs = session.client(CloudWatchLogsClient.builder(), to -> to.endpointProvider(OwnAddresses.logs()));
        this.alarms = new OnDemand<>(() ->
                session.briefClient(CloudWatchClient.builder(), to -> to.endpointProvider(OwnAddresses.alarms())));
        this.scaling = new OnDemand<>(() -> session.briefClient(
                ApplicationAutoScalingClient.builder(), to -> to.endpointProvider(OwnAddresses.scaling())));
        this.calls = session.calls();
    }

    /**
     * Finds Region and credentials and opens the clients. Calls AWS only where a role stands behind the build; may ask the
     * agent's machine for its role when there is nothing else.
     *
     * @param environment the environment variables of the build, not of the agent's process
     * @throws EngineException when no Region or no credentials are found, listing where they were looked for
     */
    public static AwsClients open(AwsAccess access, Map<String, String> environment, InstantSource clock) {
        return open(access, new BuildEnvironment(environment), clock, CallLimits.usual());
    }

    static AwsClients open(AwsAccess access, BuildEnvironment environment, InstantSource clock, CallLimits limits) {
        return new AwsClients(AwsSession.open(access, environment, clock, limits));
    }

    /** Returns the Region that every call goes to. */
    public AwsRegion region() {
        return session.region();
    }

    /** Returns where the credentials came from, in words for the build log, without secrets. */
    public String credentialsOrigin() {
        return session.credentialsOrigin();
    }

    /**
     * Returns the secret keys and tokens that were used so far, to be kept out of the build log. Those of the build and the
     * step are there from the start; those of an assumed role follow when a session begins, and never leave this object.
     */
    public Set<Secret> secrets() {
        return session.secrets();
    }

    /** Returns how many requests were sent so far, by IAM action such as {@code ecs:DescribeServices}. */
    public Map<String, Long> requests() {
        return session.requests();
    }

    /** Returns ECR. */
    public ImageRegistry imageRegistry() {
        return new EcrRegistry(ecr, calls);
    }

    /** Returns ECR's scans in the step's own registry. */
    public ImageScans imageScans() {
        return new EcrScans(ecr, calls);
    }

    /** Returns the registries that images are pushed to and pulled from, wherever they are; they end with the clients. */
    public Registries registries(PushTargets targets) {
        return opened(targets);
    }

    /** Returns ECR's scans in those registries. */
    public RegistryScans scans(PushTargets targets) {
        return opened(targets);
    }

    private AwsRegistries opened(PushTargets targets) {
        return registries.computeIfAbsent(
                targets, each -> new AwsRegistries(session, AwsRegistries.OpenRegistry.of(ecr, calls), each));
    }

    /** Returns ECS. */
    public EcsApi ecs() {
        return new EcsClusters(ecs, calls, session.region());
    }

    /** Returns ECS as the task step sees it. */
    public TaskRunApi taskRuns() {
        return new EcsTaskRuns(ecs, calls, session.region());
    }

    /** Returns Elastic Load Balancing. */
    public TargetGroupApi targetGroups() {
        return new ElbTargetGroups(elb, calls);
    }

    /** Returns CloudWatch Logs. */
    public ContainerLogApi containerLogs() {
        return new CloudWatchContainerLogs(logs, calls);
    }

    /** Returns CloudWatch's alarms. */
    public AlarmApi alarms() {
        return new CloudWatchAlarms(alarms, calls);
    }

    /** Returns Application Auto Scaling. */
    public ScalingApi scaling() {
        return new ServiceScaling(scaling, calls);
    }

    /** Returns the parameters of Systems Manager. */
    public ParameterStore parameters() {
        return new SsmParameters(session.json(JsonApi.SSM));
    }

    /** Returns the secrets of Secrets Manager. */
    public SecretStore secretValues() {
        return new SecretsManagerSecrets(session.json(JsonApi.SECRETS_MANAGER));
    }

    /** Returns S3, as far as env files go. */
    public EnvFileBucket envFileBucket() {
        return new S3EnvFiles(session.signed(), session.addresses(), calls);
    }

    /** Returns services with all that they are deployed to. */
    public PipelineApi pipelines() {
        ContainerLook containers = new ContainerLook(ecs, calls);
        return new PipelineView(
                ecs(),
                containers,
                new EntranceLook(
                        ecs(), containers, new BalancerLook(elb, calls), new NetworkLook(session.query(QueryApi.EC2))),
                new AlarmLook(alarms, session.query(QueryApi.SNS), calls),
                new RoleLook(session.query(QueryApi.IAM), session.query(QueryApi.STS), calls),
                new RepositoryLook(ecr, session.region(), calls));
    }

    /** Returns CloudFormation. */
    public StackApi stacks() {
        return new CloudFormationStacks(session.query(QueryApi.CLOUD_FORMATION));
    }

    /** Ends calls that are under way and gives back threads and connections. */
    @Override
    public void close() {
        registries.values().forEach(AwsRegistries::close);
        calls.close();
        List.<SdkAutoCloseable>of(ecs, ecr, elb, logs, alarms, scaling).forEach(SdkAutoCloseable::close);
        session.close();
    }
}
