package org.ecsdelivery.aws;

import static org.ecsdelivery.aws.call.QueryService.below;
import static org.ecsdelivery.aws.call.QueryService.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.stack.ChangeSetState;
import org.ecsdelivery.engine.stack.ResourceDrift;
import org.ecsdelivery.engine.stack.StackChange;
import org.ecsdelivery.engine.stack.StackNews;
import org.ecsdelivery.engine.stack.StackState;
import software.amazon.awssdk.protocols.query.unmarshall.XmlElement;

/** Reads what CloudFormation answers. */
final class StackReader {
    private StackReader() {}

    static StackState state(XmlElement stack) {
        Map<String, String> outputs = below(stack, "Outputs", "member")
                .collect(Collectors.toMap(each -> text(each, "OutputKey"), each -> text(each, "OutputValue")));
        return new StackState(
                text(stack, "StackId"),
                text(stack, "StackStatus"),
                text(stack, "StackStatusReason"),
                below(stack, "Parameters", "member")
                        .map(each -> text(each, "ParameterKey"))
                        .collect(Collectors.toSet()),
                outputs);
    }

    static ChangeSetState changeSet(List<XmlElement> pages) {
        XmlElement first = pages.get(0);
        List<StackChange> changes = pages.stream()
                .flatMap(page -> below(page, "Changes", "member", "ResourceChange"))
                .map(StackReader::change)
                .toList();
        return new ChangeSetState(
                text(first, "ChangeSetId"),
                text(first, "StackId"),
                text(first, "Status"),
                text(first, "ExecutionStatus"),
                text(first, "StatusReason"),
                changes);
    }

    private static StackChange change(XmlElement change) {
        return new StackChange(
                text(change, "Action"),
                text(change, "LogicalResourceId"),
                text(change, "ResourceType"),
                text(change, "Replacement"),
                text(change, "PolicyAction"),
                below(change, "Details", "member", "Target")
                        .map(each -> text(each, "Name").isEmpty() ? text(each, "Attribute") : text(each, "Name"))
                        .distinct()
                        .toList());
    }

    static StackNews news(XmlElement event) {
        return new StackNews(
                text(event, "EventId"),
                Instant.parse(text(event, "Timestamp")),
                text(event, "LogicalResourceId"),
                text(event, "PhysicalResourceId"),
                text(event, "ResourceType"),
                text(event, "ResourceStatus"),
                text(event, "ResourceStatusReason"),
                text(event, "ClientRequestToken"));
    }

    static ResourceDrift drift(XmlElement drift) {
        return new ResourceDrift(
                text(drift, "LogicalResourceId"),
                text(drift, "ResourceType"),
                text(drift, "StackResourceDriftStatus"),
                below(drift, "PropertyDifferences", "member")
                        .map(each -> new ResourceDrift.Difference(
                                text(each, "PropertyPath"), text(each, "ExpectedValue"), text(each, "ActualValue")))
                        .toList());
    }
}
