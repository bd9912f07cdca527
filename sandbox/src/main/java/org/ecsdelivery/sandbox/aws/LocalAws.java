package org.ecsdelivery.sandbox.aws;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ecsdelivery.sandbox.aws.cloudformation.CloudFormationService;
import org.ecsdelivery.sandbox.aws.cloudformation.Neighbours;
import org.ecsdelivery.sandbox.aws.cloudformation.Stacks;
import org.ecsdelivery.sandbox.aws.cloudwatch.AlarmQueryService;
import org.ecsdelivery.sandbox.aws.cloudwatch.AlarmService;
import org.ecsdelivery.sandbox.aws.ecr.EcrPublicService;
import org.ecsdelivery.sandbox.aws.ecr.EcrService;
import org.ecsdelivery.sandbox.aws.ecr.Scans;
import org.ecsdelivery.sandbox.aws.ecs.Ecs;
import org.ecsdelivery.sandbox.aws.elb.ElbService;
import org.ecsdelivery.sandbox.aws.elb.TargetGroups;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.CallLog;
import org.ecsdelivery.sandbox.aws.front.Faults;
import org.ecsdelivery.sandbox.aws.front.Front;
import org.ecsdelivery.sandbox.aws.front.Throttle;
import org.ecsdelivery.sandbox.aws.logs.ContainerLogs;
import org.ecsdelivery.sandbox.aws.logs.LogStore;
import org.ecsdelivery.sandbox.aws.logs.LogsService;
import org.ecsdelivery.sandbox.aws.registry.Digest;
import org.ecsdelivery.sandbox.aws.registry.ImageRegistry;
import org.ecsdelivery.sandbox.aws.s3.Buckets;
import org.ecsdelivery.sandbox.aws.s3.S3Service;
import org.ecsdelivery.sandbox.aws.scaling.ScalableTargets;
import org.ecsdelivery.sandbox.aws.scaling.ScalingService;
import org.ecsdelivery.sandbox.aws.secrets.SecretShelf;
import org.ecsdelivery.sandbox.aws.secrets.SecretsService;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;
import org.ecsdelivery.sandbox.aws.ssm.ParameterShelf;
import org.ecsdelivery.sandbox.aws.ssm.SsmService;
import org.ecsdelivery.sandbox.aws.sts.RoleTrust;
import org.ecsdelivery.sandbox.aws.sts.StsService;

/**
 * A stand-in for AWS on one loopback port.
 *
 * <p>It speaks the real wire protocols, so the real SDK and the {@code aws} command work against {@link #endpoint()}.
 */
public final class LocalAws implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final PlainDoor door;
    private final AwsAccount account;
    private final Faults faults = new Faults();
    private final CallLog calls = new CallLog();
    private final LocalImages images;
    private final LogStore logs;
    private final RoleTrust roles = new RoleTrust();
    private final Simulation simulation;
    private final TargetGroups elb;
    private final Ecs ecs;
    private final Scans scans = new Scans();
    private final ScalableTargets scaling = new ScalableTargets();
    private final ParameterShelf parameters;
    private final SecretShelf secrets;
    private final Buckets buckets = new Buckets();
    private final Surroundings surroundings;
    private final Stacks stacks;

    static {
        // without it the kernel holds back small answers for up to 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private LocalAws(LocalAwsBuilder settings) {
        server = bound();
        threads = Executors.newCachedThreadPool(LocalAws::daemon);
        door = new PlainDoor(threads);
        account = settings.account(URI.create("http://127.0.0.1:" + door.port()));
        images = new LocalImages(account, settings.imageDirectory());
        logs = new LogStore(account.clock());
        simulation = new Simulation(account.clock());
        elb = new TargetGroups(account, simulation);
        ecs = new Ecs(account, simulation, settings.timings(), elb);
        ecs.images(image -> images.registry().resolve(image).map(Digest::toString));
        ecs.containerLog(new TaskLogs(logs));
        parameters = new ParameterShelf(account);
        secrets = new SecretShelf(account);
        ecs.injection(new TaskInjection(account, parameters, secrets, buckets));
        surroundings = Surroundings.of(account);
        EcrService ecr = new EcrService(account, images.registry(), scans);
        stacks = new Stacks(new Neighbours(
                account,
                simulation,
                ecs,
                ecr,
                images.registry(),
                elb,
                surroundings.loadBalancers(),
                surroundings.network(),
                surroundings.topics(),
                surroundings.roles(),
                logs));
        List<AwsService> services = services(ecr);
        settings.services().forEach(factory -> services.add(factory.apply(account)));
        server.createContext("/v2/", images.registry().handler());
        settings.paths().forEach((path, factory) -> server.createContext(path, factory.apply(account)));
        HttpHandler front = new Front(account, services, gate(settings.throttled()), faults, calls);
        server.createContext("/", front);
        server.setExecutor(threads);
    }

    private Front.Gate gate(boolean throttled) {
        Throttle throttle = new Throttle();
        return (call, protocol) -> {
            simulation.advanceTo(call.at());
            if (throttled && !throttle.take(call)) {
                throw Front.rateExceeded(protocol);
            }
        };
    }

    private List<AwsService> services(EcrService ecr) {
        List<AwsService> services = new ArrayList<>();
        services.add(ecs.onTheWire());
        services.add(new ElbService(simulation, elb, surroundings.loadBalancers()));
        services.add(ecr);
        services.add(new EcrPublicService(account, images.registry()));
        services.add(new CloudFormationService(simulation, stacks));
        services.add(new StsService(account, roles));
        services.add(new LogsService(account, logs));
        services.add(new AlarmService(account, ecs.alarms()));
        services.add(new AlarmQueryService(account, ecs.alarms()));
        services.add(new ScalingService(account, scaling));
        services.add(new SsmService(account, parameters));
        services.add(new SecretsService(account, secrets));
        services.add(new S3Service(account, buckets));
        services.addAll(surroundings.services());
        return services;
    }

    /** Begins the description of a stand-in. */
    public static LocalAwsBuilder builder() {
        return new LocalAwsBuilder();
    }

    static LocalAws started(LocalAwsBuilder settings) {
        LocalAws aws = new LocalAws(settings);
        aws.server.start();
        aws.door.open(aws.server.getAddress());
        return aws;
    }

    /** Answers the address to give to clients as endpoint override. */
    public URI endpoint() {
        return account.endpoint();
    }

    /** Answers the host and port that image names of the local registry begin with. */
    public String registryHost() {
        return account.registryHost();
    }

    /** Answers the image registry, which a Docker Engine reaches at {@link #registryHost()}. */
    public ImageRegistry registry() {
        return images.registry();
    }

    /** Answers what scans of images find. */
    public Scans scans() {
        return scans;
    }

    /** Answers where the containers of tasks write their lines. */
    public ContainerLogs logs() {
        return logs;
    }

    /** Answers which roles may be assumed. */
    public RoleTrust roles() {
        return roles;
    }

    /** Answers account, region and clock. */
    public AwsAccount account() {
        return account;
    }

    /** Answers the script of faults. */
    public Faults faults() {
        return faults;
    }

    /** Answers the log of calls. */
    public CallLog calls() {
        return calls;
    }

    /** Answers ECS as Java code sees it. */
    public Ecs ecs() {
        return ecs;
    }

    /** Answers the load balancer's target groups as Java code sees them. */
    public TargetGroups elb() {
        return elb;
    }

    /** Answers which services are scaled. */
    public ScalableTargets scaling() {
        return scaling;
    }

    /** Answers the parameters of Systems Manager. */
    public ParameterShelf parameters() {
        return parameters;
    }

    /** Answers the secrets of Secrets Manager. */
    public SecretShelf secrets() {
        return secrets;
    }

    /** Answers the buckets of S3. */
    public Buckets buckets() {
        return buckets;
    }

    /** Answers load balancers, security groups, topics and roles. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** Answers the stacks of CloudFormation. */
    public Stacks stacks() {
        return stacks;
    }

    /** Answers the world behind ECS and the load balancer. */
    public Simulation simulation() {
        return simulation;
    }

    /** Lets hanging calls go and closes the port. */
    @Override
    public void close() {
        faults.clear();
        door.close();
        server.stop(0);
        threads.shutdownNow();
        images.close();
    }

    private static HttpServer bound() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in for AWS could not open a port on 127.0.0.1.", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-aws");
        thread.setDaemon(true);
        return thread;
    }
}
