package org.ecsdelivery.sandbox.aws.cloudformation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ecsdelivery.sandbox.aws.cloudformation.Stacks.Wanted;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Protocol;
import org.ecsdelivery.sandbox.aws.front.Xml;
import org.ecsdelivery.sandbox.aws.simulation.Simulation;

/** AWS CloudFormation as API version 2010-05-15 words it. */
public final class CloudFormationService implements AwsService {
    private static final String VERSION = "2010-05-15";
    private static final String NAMESPACE = "http://%s.amazonaws.com/doc/%s/".formatted("cloudformation", VERSION);

    private final Stacks stacks;
    private final Simulation simulation;
    private final Map<String, String> detections = new LinkedHashMap<>();

    /** Puts stacks on the wire. */
    public CloudFormationService(Simulation simulation, Stacks stacks) {
        this.simulation = simulation;
        this.stacks = stacks;
    }

    @Override
    public String name() {
        return "cloudformation";
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
            case "CreateChangeSet" -> create(call);
            case "ValidateTemplate" -> StackViews.template(stacks.validated(call.requiredParam("TemplateBody")));
            case "DescribeChangeSet" -> StackViews.changeSet(behind(call), changeSet(call), call);
            case "ExecuteChangeSet" -> execute(call);
            case "DeleteChangeSet" -> deleteChangeSet(call);
            case "DescribeStacks" -> describe(call);
            case "DescribeStackEvents" -> StackViews.events(stack(call), call);
            case "DescribeStackResources" -> StackViews.resources(stack(call));
            case "CancelUpdateStack" -> cancel(call);
            case "DeleteStack" -> delete(call);
            case "DetectStackDrift" -> detect(call);
            case "DescribeStackDriftDetectionStatus" -> detection(call);
            case "DescribeStackResourceDrifts" -> StackViews.drifts(stack(call), call);
            default -> throw AwsService.unknownOperation(call);
        };
    }

    private StackRecord stack(AwsCall call) {
        return stacks.named(call.requiredParam("StackName"));
    }

    private ChangeSet changeSet(AwsCall call) {
        return stacks.changeSet(behind(call), call.requiredParam("ChangeSetName"));
    }

    /** The ARN of a change set says its stack. */
    private StackRecord behind(AwsCall call) {
        return call.param("StackName")
                .map(stacks::named)
                .orElseGet(() -> stacks.withChangeSet(call.requiredParam("ChangeSetName")));
    }

    private String create(AwsCall call) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Set<String> previous = new HashSet<>();
        for (int i = 1; call.param("Parameters.member." + i + ".ParameterKey").isPresent(); i++) {
            String prefix = "Parameters.member." + i;
            String key = call.requiredParam(prefix + ".ParameterKey");
            if (call.param(prefix + ".UsePreviousValue").filter("true"::equals).isPresent()) {
                previous.add(key);
            } else {
                parameters.put(key, call.param(prefix + ".ParameterValue").orElse(""));
            }
        }
        String name = call.requiredParam("StackName");
        ChangeSet set = stacks.plan(new Wanted(
                name,
                call.requiredParam("ChangeSetName"),
                call.param("ChangeSetType").filter("CREATE"::equals).isPresent(),
                call.param("TemplateBody"),
                parameters,
                previous,
                Set.copyOf(call.members("Capabilities"))));
        return Xml.text("Id", set.id) + Xml.text("StackId", stacks.named(name).id);
    }

    private String execute(AwsCall call) {
        stacks.execute(
                behind(call), changeSet(call), call.param("ClientRequestToken").orElse(""));
        return "";
    }

    private String deleteChangeSet(AwsCall call) {
        behind(call).changeSets.remove(changeSet(call).name);
        return "";
    }

    private String describe(AwsCall call) {
        List<StackRecord> found =
                call.param("StackName").map(name -> List.of(stacks.named(name))).orElseGet(stacks::all);
        return Xml.members("Stacks", found.stream().map(StackViews::stack).toList());
    }

    private String cancel(AwsCall call) {
        stacks.cancel(stack(call));
        return "";
    }

    private String delete(AwsCall call) {
        Optional<StackRecord> there = stacks.all().stream()
                .filter(each -> call.requiredParam("StackName").equals(each.name)
                        || call.requiredParam("StackName").equals(each.id))
                .findFirst();
        // a stack that is not there is deleted without a word
        there.ifPresent(
                each -> stacks.delete(each, call.param("ClientRequestToken").orElse("")));
        return "";
    }

    private String detect(AwsCall call) {
        StackRecord stack = stack(call);
        stack.driftStatus = stacks.drifted(stack).isEmpty() ? "IN_SYNC" : "DRIFTED";
        String id = UUID.randomUUID().toString();
        detections.put(id, stack.id);
        return Xml.text("StackDriftDetectionId", id);
    }

    private String detection(AwsCall call) {
        String id = call.requiredParam("StackDriftDetectionId");
        StackRecord stack = stacks.named(Optional.ofNullable(detections.get(id))
                .orElseThrow(() -> Stacks.invalid("Drift detection " + id + " does not exist")));
        return Xml.text("StackId", stack.id)
                + Xml.text("StackDriftDetectionId", id)
                + Xml.text("StackDriftStatus", stack.driftStatus)
                + Xml.text("DetectionStatus", "DETECTION_COMPLETE")
                + Xml.text(
                        "DriftedStackResourceCount",
                        String.valueOf(stacks.drifted(stack).size()))
                + Xml.text("Timestamp", simulation.now().toString());
    }
}
