package org.ecsdelivery.sandbox.aws.elb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Protocol;
import org.ecsdelivery.sandbox.aws.front.Xml;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;

/** Elastic Load Balancing v2 on the wire. */
public final class ElbService implements AwsService {
    private static final String VERSION = "2015-12-01";
    private static final String NAMESPACE =
            "http://%s.amazonaws.com/doc/%s/".formatted("elasticloadbalancing", VERSION);
    private final Simulation simulation;
    private final TargetGroups groups;
    private final LoadBalancers balancers;
    private final BalancerViews views;

    /** Puts target groups and load balancers on the wire. */
    public ElbService(Simulation simulation, TargetGroups groups, LoadBalancers balancers) {
        this.simulation = simulation;
        this.groups = groups;
        this.balancers = balancers;
        this.views = new BalancerViews(balancers);
    }

    @Override
    public String name() {
        return "elasticloadbalancing";
    }

    @Override
    public String wireName() {
        return VERSION;
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public Answer answer(AwsCall call) {
        return Answer.query(call, NAMESPACE, simulation.look(() -> inner(call)));
    }

    private String inner(AwsCall call) {
        return switch (call.operation()) {
            case "CreateTargetGroup" -> create(call);
            case "DescribeTargetGroups" -> describe(call);
            case "DescribeTargetGroupAttributes" -> ElbViews.attributes(group(call));
            case "ModifyTargetGroupAttributes" -> modify(call);
            case "DescribeTargetHealth" -> health(call);
            case "RegisterTargets" -> register(call);
            case "DeregisterTargets" -> deregister(call);
            case "DescribeLoadBalancers" -> views.describe(call);
            case "DescribeListeners" -> views.listeners(call);
            case "DescribeRules" -> views.rules(call);
            default -> throw AwsService.unknownOperation(call);
        };
    }

    private TargetGroup group(AwsCall call) {
        return groups.group(call.requiredParam("TargetGroupArn"));
    }

    private String create(AwsCall call) {
        TargetGroupSpec defaults = TargetGroupSpec.named(call.requiredParam("Name"));
        TargetGroupSpec spec = new TargetGroupSpec(
                defaults.name(),
                call.param("Protocol").orElse("HTTP"),
                number(call, "Port", 80),
                call.param("TargetType").orElse("instance"),
                call.param("HealthCheckPath").orElse("/"),
                Duration.ofSeconds(number(call, "HealthCheckIntervalSeconds", 30)),
                number(call, "HealthyThresholdCount", 5),
                number(call, "UnhealthyThresholdCount", 2),
                defaults.deregistrationDelay(),
                call.param("IpAddressType").orElse("ipv4"));
        return members(List.of(groups.group(groups.create(spec))));
    }

    private static int number(AwsCall call, String name, int otherwise) {
        return call.param(name).map(Integer::parseInt).orElse(otherwise);
    }

    private String describe(AwsCall call) {
        List<String> arns = call.members("TargetGroupArns");
        List<String> names = call.members("Names");
        if (!arns.isEmpty()) {
            return members(arns.stream().map(groups::group).toList());
        }
        List<TargetGroup> found = groups.all().values().stream()
                .filter(group -> names.isEmpty() || names.contains(group.spec.name()))
                .toList();
        if (found.size() < names.size()) {
            throw AwsError.client("TargetGroupNotFound", "One or more target groups not found");
        }
        return members(found);
    }

    private String members(List<TargetGroup> found) {
        return Xml.members(
                "TargetGroups",
                found.stream()
                        .map(each -> ElbViews.group(each, balancers.knowing(each.arn)))
                        .toList());
    }

    private String modify(AwsCall call) {
        TargetGroup group = group(call);
        for (int i = 1; call.param("Attributes.member." + i + ".Key").isPresent(); i++) {
            String prefix = "Attributes.member." + i;
            group.attributes.put(call.requiredParam(prefix + ".Key"), call.requiredParam(prefix + ".Value"));
        }
        return ElbViews.attributes(group);
    }

    private String health(AwsCall call) {
        TargetGroup group = group(call);
        List<TargetId> asked = targets(call, group);
        List<String> descriptions = asked.isEmpty()
                ? group.targets.values().stream()
                        .map(target -> ElbViews.health(group, target))
                        .toList()
                : asked.stream().map(id -> health(group, id)).toList();
        return Xml.members("TargetHealthDescriptions", descriptions);
    }

    private static String health(TargetGroup group, TargetId id) {
        return Optional.ofNullable(group.targets.get(id))
                .map(target -> ElbViews.health(group, target))
                .orElseGet(() -> ElbViews.notRegistered(id));
    }

    private String register(AwsCall call) {
        TargetGroup group = group(call);
        targets(call, group).forEach(id -> groups.register(group.arn, id, OptionalInt.empty(), state -> {}));
        return "";
    }

    private String deregister(AwsCall call) {
        TargetGroup group = group(call);
        targets(call, group).forEach(id -> groups.deregister(group.arn, id));
        return "";
    }

    private static List<TargetId> targets(AwsCall call, TargetGroup group) {
        List<TargetId> targets = new ArrayList<>();
        for (int i = 1; call.param("Targets.member." + i + ".Id").isPresent(); i++) {
            String prefix = "Targets.member." + i;
            targets.add(new TargetId(
                    call.requiredParam(prefix + ".Id"), number(call, prefix + ".Port", group.spec.port())));
        }
        return targets;
    }
}
