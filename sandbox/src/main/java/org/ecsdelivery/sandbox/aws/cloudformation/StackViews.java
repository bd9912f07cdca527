package org.ecsdelivery.sandbox.aws.cloudformation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.cloudformation.ChangeSet.Change;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Parts;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Template;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.Xml;

/** Words stacks, events, change sets and drift in XML. */
final class StackViews {
    private static final int EVENTS_OF_A_PAGE = 100;
    private static final int CHANGES_OF_A_PAGE = 50;

    private StackViews() {}

    static String stack(StackRecord stack) {
        String parameters = stack.described.map(StackViews::parameters).orElse("");
        return Xml.text("StackId", stack.id)
                + Xml.text("StackName", stack.name)
                + Xml.text("CreationTime", stack.createdAt.toString())
                + stack.updatedAt
                        .map(at -> Xml.text("LastUpdatedTime", at.toString()))
                        .orElse("")
                + Xml.text("StackStatus", stack.status)
                + optional("StackStatusReason", stack.reason)
                + parameters
                + Xml.members(
                        "Outputs",
                        stack.outputs.entrySet().stream()
                                .map(each -> Xml.text("OutputKey", each.getKey())
                                        + Xml.text("OutputValue", String.valueOf(each.getValue())))
                                .toList())
                + Xml.element("DriftInformation", Xml.text("StackDriftStatus", stack.driftStatus));
    }

    private static String parameters(DescribedStack described) {
        return Xml.members(
                "Parameters",
                described.parameters().entrySet().stream()
                        .map(each ->
                                Xml.text("ParameterKey", each.getKey()) + Xml.text("ParameterValue", each.getValue()))
                        .toList());
    }

    static String changeSet(StackRecord stack, ChangeSet set, AwsCall call) {
        return Xml.text("ChangeSetName", set.name)
                + Xml.text("ChangeSetId", set.id)
                + Xml.text("StackId", stack.id)
                + Xml.text("StackName", stack.name)
                + Xml.text("CreationTime", set.createdAt.toString())
                + Xml.text("Status", set.status)
                + optional("StatusReason", set.reason)
                + Xml.text("ExecutionStatus", set.executionStatus)
                + parameters(set.described)
                + page("Changes", set.changes, CHANGES_OF_A_PAGE, call, StackViews::change);
    }

    private static String change(Change change) {
        boolean modified = change.action().equals("Modify");
        String details = modified ? details(change) : Xml.members("Details", List.of());
        return Xml.text("Type", "Resource")
                + Xml.element(
                        "ResourceChange",
                        Xml.text("Action", change.action())
                                + Xml.text("LogicalResourceId", change.id())
                                + optional("PhysicalResourceId", change.physicalId())
                                + optional("PolicyAction", change.policy())
                                + Xml.text("ResourceType", change.type())
                                + optional("Replacement", change.replacement())
                                + Xml.members("Scope", modified ? List.of("Properties") : List.of())
                                + details);
    }

    private static String details(Change change) {
        String recreation = change.replacement().equals("True") ? "Always" : "Never";
        return Xml.members(
                "Details",
                change.properties().stream()
                        .map(name -> Xml.element(
                                        "Target",
                                        Xml.text("Attribute", "Properties")
                                                + Xml.text("Name", name)
                                                + Xml.text("RequiresRecreation", recreation))
                                + Xml.text("Evaluation", "Static")
                                + Xml.text("ChangeSource", "DirectModification"))
                        .toList());
    }

    static String events(StackRecord stack, AwsCall call) {
        List<StackEvent> newestFirst = new ArrayList<>(stack.events);
        Collections.reverse(newestFirst);
        return page("StackEvents", newestFirst, EVENTS_OF_A_PAGE, call, each -> event(stack, each));
    }

    private static String event(StackRecord stack, StackEvent event) {
        return Xml.text("StackId", stack.id)
                + Xml.text("EventId", event.id())
                + Xml.text("StackName", stack.name)
                + Xml.text("LogicalResourceId", event.logicalId())
                + Xml.text("PhysicalResourceId", event.physicalId())
                + Xml.text("ResourceType", event.type())
                + Xml.text("Timestamp", event.at().toString())
                + Xml.text("ResourceStatus", event.status())
                + optional("ResourceStatusReason", event.reason())
                + optional("ClientRequestToken", event.token());
    }

    static String resources(StackRecord stack) {
        return Xml.members(
                "StackResources",
                stack.resources.values().stream()
                        .map(each -> Xml.text("StackName", stack.name)
                                + Xml.text("LogicalResourceId", each.id)
                                + Xml.text("PhysicalResourceId", each.physicalId())
                                + Xml.text("ResourceType", each.type)
                                + Xml.text("ResourceStatus", each.status))
                        .toList());
    }

    static String template(Template template) {
        return Xml.members(
                "Parameters",
                template.parameters().entrySet().stream()
                        .map(each -> Xml.text("ParameterKey", each.getKey())
                                + optional(
                                        "DefaultValue",
                                        String.valueOf(
                                                Parts.map(each.getValue()).getOrDefault("Default", ""))))
                        .toList());
    }

    static String drifts(StackRecord stack, AwsCall call) {
        List<String> wanted = call.members("StackResourceDriftStatusFilters");
        return Xml.members(
                "StackResourceDrifts",
                stack.resources.values().stream()
                        .filter(each -> wanted.isEmpty() || wanted.contains(drift(each)))
                        .map(each -> Xml.text("StackId", stack.id)
                                + Xml.text("LogicalResourceId", each.id)
                                + Xml.text("PhysicalResourceId", each.physicalId())
                                + Xml.text("ResourceType", each.type)
                                + Xml.text("StackResourceDriftStatus", drift(each))
                                + Xml.members("PropertyDifferences", differences(each)))
                        .toList());
    }

    private static String drift(StackResource resource) {
        return resource.drifted.isEmpty() ? "IN_SYNC" : "MODIFIED";
    }

    private static List<String> differences(StackResource resource) {
        return resource.drifted.entrySet().stream()
                .map(each -> Xml.text("PropertyPath", "/" + each.getKey())
                        + Xml.text("ExpectedValue", expected(resource.properties, each.getKey()))
                        + Xml.text("ActualValue", each.getValue())
                        + Xml.text("DifferenceType", "NOT_EQUAL"))
                .toList();
    }

    private static String expected(Map<String, Object> properties, String name) {
        return String.valueOf(properties.getOrDefault(name, ""));
    }

    /** Tokens are offsets into the list as it is now. */
    private static <T> String page(String name, List<T> all, int size, AwsCall call, Function<T, String> view) {
        int from = call.param("NextToken").map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + size);
        String next = to < all.size() ? Xml.text("NextToken", String.valueOf(to)) : "";
        return Xml.members(
                        name,
                        all.subList(Math.min(from, to), to).stream().map(view).toList())
                + next;
    }

    private static String optional(String name, String value) {
        return value.isEmpty() ? "" : Xml.text(name, value);
    }
}
