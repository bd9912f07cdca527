package org.ecsdelivery.aws;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecsdelivery.common.settings.AwsAccess;
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
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
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
    private final AwsRegion region;
    private final String origin;
    private final SeenSecrets secrets;
    private final EcsClient ecs;
    private final EcrClient ecr;
    private final ElasticLoadBalancingV2Client elb;
    private final CloudWatchLogsClient logs;
    private final OnDemand<CloudWatchClient> alarms;
    private final OnDemand<ApplicationAutoScalingClient> scaling;
    private final DirectCalls signed;
    private final DirectCalls iam;
    private final ServiceAddress addresses;
    private final AwsCalls calls;
    private final RequestCount requests;
    private final List<SdkAutoCloseable> rest;

    private AwsClients(
            AwsRegion region,
            FoundCredentials found,
            SeenSecrets secrets,
            ClientWiring wiring,
            InstantSource clock,
            List<SdkAutoCloseable> rest) {
        this.region = region;
        this.origin = found.origin();
        this.secrets = secrets;
        AwsCredentialsProvider credentials = found.provider();
        this.ecs = wiring.client(EcsClient.builder(), to -> to.endpointProvider(OwnAddresses.ecs()), credentials);
        this.ecr = wiring.client(EcrClient.builder(), to -> to.endpointProvider(OwnAddresses.ecr()), credentials);
        this.elb = wiring.client(
                ElasticLoadBalancingV2Client.builder(), to -> to.endpointProvider(OwnAddresses.elb()), credentials);
        this.logs = wiring.client(
                CloudWatchLogsClient.builder(), to -> to.endpointProvider(OwnAddresses.logs()), credentials);
        ClientWiring brief = wiring.inBrief();
        this.alarms = new OnDemand<>(() -> brief.client(
                CloudWatchClient.builder(), to -> to.endpointProvider(OwnAddresses.alarms()), credentials));
        this.scaling = new OnDemand<>(() -> brief.client(
                ApplicationAutoScalingClient.builder(),
                to -> to.endpointProvider(OwnAddresses.scaling()),
                credentials));
        this.signed = wiring.directCalls(credentials, clock);
        this.iam = wiring.callsToIam(credentials, clock);
        this.addresses = wiring.addresses();
        this.calls = new AwsCalls(new AwsErrors(region, wiring.endpoint(), origin, secrets));
        this.requests = wiring.requests();
        this.rest = rest;
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
        Profiles profiles = Profiles.of(environment, access.profile());
        AwsRegion region = new RegionSearch(environment, profiles).find(access);
        SeenSecrets secrets = new SeenSecrets();
        ClientWiring wiring = new ClientWiring(region, access.endpoint(), environment, limits);
        SessionRoles roles = new SessionRoles(wiring, clock, secrets);
        FoundCredentials base =
                new CredentialSearch(environment, profiles, roles, Machine.of(environment, clock)).find(access);
        FoundCredentials found = secrets.listening(access.role()
                .map(role -> roles.assumed(role, Optional.empty(), base))
                .orElse(base));
        return new AwsClients(region, found, secrets, wiring, clock, List.of(roles::close, base::close, wiring::close));
    }

    /** Returns the Region that every call goes to. */
    public AwsRegion region() {
        return region;
    }

    /** Returns where the credentials came from, in words for the build log, without secrets. */
    public String credentialsOrigin() {
        return origin;
    }

    /**
     * Returns the secret keys and tokens that were used so far, to be kept out of the build log. Those of the build and the
     * step are there from the start; those of an assumed role follow when a session begins, and never leave this object.
     */
    public Set<Secret> secrets() {
        return secrets.all();
    }

    /** Returns how many requests were sent so far, by IAM action such as {@code ecs:DescribeServices}. */
    public Map<String, Long> requests() {
        return requests.byAction();
    }

    /** Returns ECR. */
    public ImageRegistry imageRegistry() {
        return new EcrRegistry(ecr, calls);
    }

    /** Returns ECS. */
    public EcsApi ecs() {
        return new EcsClusters(ecs, calls, region);
    }

    /** Returns ECS as the task step sees it. */
    public TaskRunApi taskRuns() {
        return new EcsTaskRuns(ecs, calls, region);
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
        return new SsmParameters(signed, addresses, calls);
    }

    /** Returns the secrets of Secrets Manager. */
    public SecretStore secretValues() {
        return new SecretsManagerSecrets(signed, addresses, calls);
    }

    /** Returns S3, as far as env files go. */
    public EnvFileBucket envFileBucket() {
        return new S3EnvFiles(signed, addresses, calls);
    }

    /** Returns services with all that they are deployed to. */
    public PipelineApi pipelines() {
        ContainerLook containers = new ContainerLook(ecs, calls);
        QueryService ec2 = new QueryService(NetworkLook.VERSION, addresses.of("ec2"), signed, calls);
        QueryService sns = new QueryService(AlarmLook.VERSION, addresses.of("sns"), signed, calls);
        QueryService sts = new QueryService(RoleLook.STS_VERSION, addresses.of("sts"), signed, calls);
        QueryService roles = new QueryService(RoleLook.IAM_VERSION, addresses.ofIam(), iam, calls);
        return new PipelineView(
                ecs(),
                containers,
                new EntranceLook(ecs(), containers, new BalancerLook(elb, calls), new NetworkLook(ec2)),
                new AlarmLook(alarms, sns, calls),
                new RoleLook(roles, sts, calls),
                new RepositoryLook(ecr, region, calls));
    }

    /** Ends calls that are under way and gives back threads and connections. */
    @Override
    public void close() {
        calls.close();
        List.<SdkAutoCloseable>of(ecs, ecr, elb, logs, alarms, scaling).forEach(SdkAutoCloseable::close);
        rest.forEach(SdkAutoCloseable::close);
    }
}
