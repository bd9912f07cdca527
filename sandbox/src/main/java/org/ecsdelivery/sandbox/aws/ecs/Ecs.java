package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ecsdelivery.sandbox.aws.cloudwatch.AlarmBoard;
import org.ecsdelivery.sandbox.aws.elb.TargetGroups;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;

/** The ECS of the stand-in, as Java code sees it: seeds, scripts and questions. */
public final class Ecs {
    private final World world;
    private final Seeding seeding;
    private final Scheduler scheduler;
    private final Alarms alarms;
    private final ProtectionOperations protection;
    private final AwsService service;

    /** Makes an account without clusters. */
    public Ecs(AwsAccount account, Simulation simulation, TaskTimings timings, TargetGroups groups) {
        world = new World(account, simulation, timings, groups);
        TaskLife life = new TaskLife(world);
        Tasks tasks = new Tasks(world);
        scheduler = new Scheduler(world, life, tasks);
        ServiceOperations services = new ServiceOperations(world, scheduler);
        alarms = new Alarms(world, scheduler);
        protection = new ProtectionOperations(world, scheduler);
        seeding = new Seeding(world, services, scheduler, life, tasks);
        service = new EcsService(
                world,
                List.of(
                        new ClusterOperations(world),
                        new TaskDefinitionOperations(world),
                        services,
                        new ServiceDeploymentOperations(world, scheduler),
                        new TaskOperations(world, life, tasks, scheduler),
                        protection,
                        new TagOperations(world)));
    }

    /** Answers the service for the front. */
    public AwsService onTheWire() {
        return service;
    }

    /** Makes the tasks of matching images behave in a way; the newest script that fits counts. */
    public void behaviour(Predicate<String> image, TaskBehaviour behaviour) {
        world.simulation.change(() -> world.script(image, behaviour));
    }

    /** Makes the tasks of matching images that no service started behave in another way; the newest script that fits counts. */
    public void behaviourOfRuns(Predicate<String> image, TaskBehaviour behaviour) {
        world.simulation.change(() -> world.scriptRuns(image, behaviour));
    }

    /** Refuses the next request for tasks, for a reason such as {@code RESOURCE:MEMORY}. */
    public void refuseNextRun(String reason) {
        world.simulation.change(() -> world.refusedRuns.add(reason));
    }

    /** Makes a function that is a lifecycle hook let no deployment pass any more. */
    public void failHook(String functionArn) {
        world.simulation.change(() -> world.failingHooks.add(functionArn));
    }

    /** Answers every pause hook that waits, as a person does in the console. */
    public void answerPauses(boolean goOn) {
        world.simulation.change(() -> scheduler.rollouts().shifts().answerAll(goOn));
    }

    /** Makes an alarm go off: deployments that watch it fail, but for those that began while it was in ALARM. */
    public void alarm(String name) {
        world.simulation.change(() -> alarms.goesOff(name));
    }

    /** Protects a task from scale-in for so long; no deployment stops it meanwhile. */
    public void protect(String cluster, String task, Duration time) {
        world.simulation.change(
                () -> world.cluster(cluster).task(task).ifPresent(each -> protection.protect(each, time)));
    }

    /** Answers the alarms, as CloudWatch has them; one that is set to ALARM here fails no deployment under way. */
    public AlarmBoard alarms() {
        return world.alarms;
    }

    /** Sets who knows which images of the local registry exist, and their digests; without it all images exist. */
    public void images(Function<String, Optional<String>> digestOfImage) {
        world.simulation.change(() -> world.images(digestOfImage));
    }

    /** Sets where lines go that containers with the {@code awslogs} driver print. */
    public void containerLog(ContainerLog sink) {
        world.simulation.change(() -> world.log(sink));
    }

    /** Sets where containers get their secrets and env files from; without it they get none. */
    public void injection(Injection source) {
        world.simulation.change(() -> world.injection(source));
    }

    /** Answers the environment that a container of a task has got, by the ARN of the task. */
    public Map<String, String> environment(String cluster, String task, String container) {
        return world.simulation.look(() -> world.cluster(cluster)
                .task(task)
                .flatMap(each -> Optional.ofNullable(each.environments.get(container)))
                .orElse(Map.of()));
    }

    /** Makes a cluster, when it is not there, and answers its ARN. */
    public String cluster(String name) {
        return world.simulation.look(() -> world.createCluster(name).arn);
    }

    /** Makes an EC2 host in a cluster and answers its ARN. */
    public String containerInstance(String cluster, String ec2InstanceId) {
        return world.simulation.look(() -> seeding.instance(world.createCluster(cluster), ec2InstanceId));
    }

    /** Registers a task definition, given as the JSON that RegisterTaskDefinition takes, and answers its ARN. */
    public String taskDefinition(JsonNode json) {
        return world.simulation.look(
                () -> world.definitions.register(json, world.simulation.now()).arn());
    }

    /** Answers how many revisions of a family were registered. */
    public int revisions(String family) {
        return world.simulation.look(() -> world.definitions.revisions(family).size());
    }

    /** Begins the description of a service that is already there, in the steady state. */
    public ServiceSeed service(String cluster, String name) {
        return new ServiceSeed(seeding, cluster, name);
    }

    /** Answers what happened so far, of tasks, targets, deployments and events, with exact simulated instants. */
    public Timeline timeline() {
        return world.simulation.timeline();
    }
}
