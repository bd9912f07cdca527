package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Describes a service that is to be there already, in the steady state, when a test or a demo begins. */
public final class ServiceSeed {
    private final Seeding seeding;
    private final ObjectNode body = Json.object();
    final String cluster;
    final String name;
    private String image = "example.org/app:1";
    private String container = "app";
    private int port = 8080;
    private Optional<String> taskDefinition = Optional.empty();
    private final List<String> targetGroups = new ArrayList<>();
    private String networkMode = "awsvpc";
    private String subnet = "subnet-0a1b2c3d4e5f60718";
    private Optional<String> alternate = Optional.empty();

    ServiceSeed(Seeding seeding, String cluster, String name) {
        this.seeding = seeding;
        this.cluster = cluster;
        this.name = name;
        body.put("serviceName", name).put("cluster", cluster).put("desiredCount", 1);
    }

    /** Sets the image the running tasks have; {@code example.org/app:1} otherwise. */
    public ServiceSeed image(String reference) {
        image = reference;
        return this;
    }

    /** Sets the container's name and port; {@code app} and 8080 otherwise. */
    public ServiceSeed container(String containerName, int containerPort) {
        container = containerName;
        port = containerPort;
        return this;
    }

    /** Uses a registered task definition instead of a small one with one container. */
    public ServiceSeed taskDefinition(String reference) {
        taskDefinition = Optional.of(reference);
        return this;
    }

    /** Puts the tasks on EC2 hosts with dynamic host ports instead of giving each its own network interface. */
    public ServiceSeed bridge() {
        networkMode = "bridge";
        body.put("launchType", "EC2");
        return this;
    }

    /** Puts the tasks into a subnet whose network interfaces get an IPv6 address too. */
    public ServiceSeed dualStack() {
        subnet = "subnet-0d0a1b2c3d4e5f607";
        seeding.dualStack(subnet);
        return this;
    }

    /** Registers the tasks in a target group; may be given several times. */
    public ServiceSeed targetGroup(String arn) {
        targetGroups.add(arn);
        return this;
    }

    /** Sets how many tasks run. */
    public ServiceSeed running(int tasks) {
        body.put("desiredCount", tasks);
        return this;
    }

    /** Sets the lower and upper limit of tasks during a deployment, in percent of the desired count. */
    public ServiceSeed percent(int minimumHealthy, int maximum) {
        configuration().put("minimumHealthyPercent", minimumHealthy).put("maximumPercent", maximum);
        return this;
    }

    /** Sets for how many seconds failed health checks of a new task are overlooked; 0 otherwise. */
    public ServiceSeed gracePeriod(int seconds) {
        body.put("healthCheckGracePeriodSeconds", seconds);
        return this;
    }

    /** Switches the deployment circuit breaker on, with or without rollback. */
    public ServiceSeed circuitBreaker(boolean rollback) {
        configuration()
                .putObject("deploymentCircuitBreaker")
                .put("enable", true)
                .put("rollback", rollback);
        return this;
    }

    /** Deploys blue/green between the target group and another one; both revisions stay for so many minutes. */
    public ServiceSeed blueGreen(String alternateTargetGroup, int bakeMinutes) {
        return shifting("BLUE_GREEN", alternateTargetGroup, bakeMinutes);
    }

    /** Shifts the traffic in equal steps, and waits for so many minutes after each. */
    public ServiceSeed linear(String alternateTargetGroup, int bakeMinutes, double stepPercent, int stepBakeMinutes) {
        shifting("LINEAR", alternateTargetGroup, bakeMinutes)
                .configuration()
                .putObject("linearConfiguration")
                .put("stepPercent", stepPercent)
                .put("stepBakeTimeInMinutes", stepBakeMinutes);
        return this;
    }

    /** Shifts a little of the traffic first, and all of it so many minutes later. */
    public ServiceSeed canary(String alternateTargetGroup, int bakeMinutes, double percent, int canaryBakeMinutes) {
        shifting("CANARY", alternateTargetGroup, bakeMinutes)
                .configuration()
                .putObject("canaryConfiguration")
                .put("canaryPercent", percent)
                .put("canaryBakeTimeInMinutes", canaryBakeMinutes);
        return this;
    }

    private ServiceSeed shifting(String strategy, String alternateTargetGroup, int bakeMinutes) {
        configuration().put("strategy", strategy).put("bakeTimeInMinutes", bakeMinutes);
        alternate = Optional.of(alternateTargetGroup);
        return this;
    }

    /** Has a function decide at a stage whether the deployment may go on. */
    public ServiceSeed hook(String stage, String functionArn) {
        ObjectNode hook = configuration().withArray("lifecycleHooks").addObject();
        hook.put("targetType", "AWS_LAMBDA").put("hookTargetArn", functionArn);
        hook.putArray("lifecycleStages").add(stage);
        return this;
    }

    /** Has deployments wait at a stage until somebody decides, and do by themselves so many minutes later what is given. */
    public ServiceSeed pause(String stage, int minutes, String timeoutAction) {
        ObjectNode hook = configuration().withArray("lifecycleHooks").addObject();
        hook.put("targetType", "PAUSE").putArray("lifecycleStages").add(stage);
        hook.putObject("timeoutConfiguration").put("timeoutInMinutes", minutes).put("action", timeoutAction);
        return this;
    }

    /** Has an alarm make deployments fail and go back. */
    public ServiceSeed alarm(String name) {
        ObjectNode alarms = configuration().withObject("/alarms");
        alarms.put("enable", true).put("rollback", true).withArray("alarmNames").add(name);
        return this;
    }

    /** Puts the service into the world and answers its ARN. */
    public String create() {
        return seeding.create(this);
    }

    private ObjectNode configuration() {
        return body.withObject("/deploymentConfiguration");
    }

    Optional<String> definition() {
        return taskDefinition;
    }

    ObjectNode definitionJson() {
        ObjectNode json = Json.object().put("family", name).put("networkMode", networkMode);
        json.put("cpu", "256").put("memory", "512");
        ObjectNode only = json.putArray("containerDefinitions").addObject();
        only.put("name", container).put("image", image).put("essential", true);
        only.putArray("portMappings").addObject().put("containerPort", port).put("protocol", "tcp");
        ObjectNode log = only.putObject("logConfiguration").put("logDriver", "awslogs");
        log.putObject("options")
                .put("awslogs-group", "/ecs/" + name)
                .put("awslogs-region", seeding.region())
                .put("awslogs-stream-prefix", "ecs");
        return json;
    }

    private void alternating(ObjectNode balancer) {
        alternate.ifPresent(group -> balancer.putObject("advancedConfiguration")
                .put("alternateTargetGroupArn", group)
                .put("productionListenerRule", group.replace("targetgroup", "listener-rule/app") + "/1"));
    }

    ObjectNode body(String definition) {
        ObjectNode whole = body.deepCopy().put("taskDefinition", definition);
        targetGroups.forEach(group -> alternating(whole.withArray("loadBalancers")
                .addObject()
                .put("targetGroupArn", group)
                .put("containerName", container)
                .put("containerPort", port)));
        if (networkMode.equals("awsvpc")) {
            ObjectNode vpc = whole.putObject("networkConfiguration").putObject("awsvpcConfiguration");
            vpc.putArray("subnets").add(subnet);
            vpc.putArray("securityGroups").add("sg-0a1b2c3d4e5f60718");
        }
        return whole;
    }
}
