package org.ecsdelivery.aws;

import static org.ecsdelivery.aws.call.QueryService.below;
import static org.ecsdelivery.aws.call.QueryService.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.QueryService;
import org.ecsdelivery.engine.stack.ChangeSetState;
import org.ecsdelivery.engine.stack.ResourceDrift;
import org.ecsdelivery.engine.stack.StackApi;
import org.ecsdelivery.engine.stack.StackNews;
import org.ecsdelivery.engine.stack.StackState;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.protocols.query.unmarshall.XmlElement;

/**
 * CloudFormation, called without its client, which weighs more than the whole plugin should grow for these calls.
 *
 * @param cfn CloudFormation
 */
record CloudFormationStacks(QueryService cfn) implements StackApi {
    @Override
    public Optional<StackState> stack(String nameOrId) {
        AwsOperation operation = new AwsOperation("cloudformation:DescribeStacks", "stack " + nameOrId);
        return cfn.calls().of(operation, () -> {
            try {
                XmlElement answer = cfn.asked(operation, Map.of("StackName", nameOrId));
                return below(answer, "DescribeStacksResult", "Stacks", "member")
                        .map(StackReader::state)
                        .filter(each -> !each.status().equals("DELETE_COMPLETE"))
                        .findFirst();
            } catch (AwsServiceException refusal) {
                if (isAbsence(refusal)) {
                    return Optional.empty();
                }
                throw refusal;
            }
        });
    }

    /** CloudFormation says it with the code of every mistake (API reference, DescribeStacks: "ValidationError"). */
    private static boolean isAbsence(AwsServiceException refusal) {
        return String.valueOf(refusal.awsErrorDetails().errorMessage()).endsWith("does not exist");
    }

    @Override
    public String plan(Request request) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("StackName", request.stack().value());
        form.put("ChangeSetName", request.name());
        form.put("ChangeSetType", request.creates() ? "CREATE" : "UPDATE");
        form.put("TemplateBody", request.template());
        form.put("Description", "by the setup step of a TeamCity build");
        int at = 0;
        for (Map.Entry<String, String> each : request.parameters().entrySet()) {
            at++;
            form.put("Parameters.member." + at + ".ParameterKey", each.getKey());
            form.put("Parameters.member." + at + ".ParameterValue", each.getValue());
        }
        for (String name : request.kept()) {
            at++;
            form.put("Parameters.member." + at + ".ParameterKey", name);
            form.put("Parameters.member." + at + ".UsePreviousValue", "true");
        }
        if (request.roles()) {
            form.put("Capabilities.member.1", "CAPABILITY_NAMED_IAM");
        }
        request.serviceRole().ifPresent(role -> form.put("RoleARN", role));
        XmlElement answer =
                cfn.ask(new AwsOperation("cloudformation:CreateChangeSet", "stack " + request.stack()), form);
        return text(answer, "CreateChangeSetResult", "Id");
    }

    @Override
    public Set<String> parametersOf(String template) {
        XmlElement answer = cfn.ask(
                new AwsOperation("cloudformation:ValidateTemplate", "the template"), Map.of("TemplateBody", template));
        return below(answer, "ValidateTemplateResult", "Parameters", "member")
                .map(each -> text(each, "ParameterKey"))
                .collect(Collectors.toSet());
    }

    @Override
    public ChangeSetState changeSet(String id) {
        AwsOperation operation = new AwsOperation("cloudformation:DescribeChangeSet", "change set " + id);
        List<XmlElement> pages = pages(operation, "DescribeChangeSetResult", Map.of("ChangeSetName", id));
        return StackReader.changeSet(pages);
    }

    @Override
    public void execute(String changeSetId, String token) {
        cfn.ask(
                new AwsOperation("cloudformation:ExecuteChangeSet", "change set " + changeSetId),
                Map.of("ChangeSetName", changeSetId, "ClientRequestToken", token));
    }

    @Override
    public void discard(String changeSetId) {
        cfn.ask(
                new AwsOperation("cloudformation:DeleteChangeSet", "change set " + changeSetId),
                Map.of("ChangeSetName", changeSetId));
    }

    @Override
    public void discardReview(String stackId) {
        cfn.ask(new AwsOperation("cloudformation:DeleteStack", "stack " + stackId), Map.of("StackName", stackId));
    }

    /** Events come newest first; those of one request stand together at the front, as only one can be under way. */
    @Override
    public List<StackNews> events(String stackId, String token) {
        AwsOperation operation = new AwsOperation("cloudformation:DescribeStackEvents", "stack " + stackId);
        List<StackNews> found = new ArrayList<>();
        pagesWhile(operation, "DescribeStackEventsResult", Map.of("StackName", stackId), page -> {
            List<StackNews> all =
                    below(page, "StackEvents", "member").map(StackReader::news).toList();
            all.stream().filter(each -> each.token().equals(token)).forEach(found::add);
            return !all.isEmpty() && all.get(all.size() - 1).token().equals(token);
        });
        Collections.reverse(found);
        return List.copyOf(found);
    }

    @Override
    public void cancelUpdate(String stackId) {
        AwsOperation operation = new AwsOperation("cloudformation:CancelUpdateStack", "stack " + stackId);
        cfn.calls().ofLasting(operation, () -> cfn.asked(operation, Map.of("StackName", stackId)));
    }

    @Override
    public String detectDrift(String stackId) {
        XmlElement answer = cfn.ask(
                new AwsOperation("cloudformation:DetectStackDrift", "stack " + stackId), Map.of("StackName", stackId));
        return text(answer, "DetectStackDriftResult", "StackDriftDetectionId");
    }

    @Override
    public Optional<String> driftDetected(String detection) {
        XmlElement answer = cfn.ask(
                new AwsOperation("cloudformation:DescribeStackDriftDetectionStatus", "drift detection " + detection),
                Map.of("StackDriftDetectionId", detection));
        String status = text(answer, "DescribeStackDriftDetectionStatusResult", "DetectionStatus");
        String reason = text(answer, "DescribeStackDriftDetectionStatusResult", "DetectionStatusReason");
        return switch (status) {
            case "DETECTION_IN_PROGRESS" -> Optional.empty();
            case "DETECTION_COMPLETE" -> Optional.of("");
            default -> Optional.of(reason.isEmpty() ? status : reason);
        };
    }

    @Override
    public List<ResourceDrift> drifts(String stackId) {
        AwsOperation operation = new AwsOperation("cloudformation:DescribeStackResourceDrifts", "stack " + stackId);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("StackName", stackId);
        asked.put("StackResourceDriftStatusFilters.member.1", "MODIFIED");
        asked.put("StackResourceDriftStatusFilters.member.2", "DELETED");
        return pages(operation, "DescribeStackResourceDriftsResult", asked).stream()
                .flatMap(page -> below(page, "StackResourceDrifts", "member"))
                .map(StackReader::drift)
                .toList();
    }

    private List<XmlElement> pages(AwsOperation operation, String result, Map<String, String> form) {
        List<XmlElement> pages = new ArrayList<>();
        pagesWhile(operation, result, form, page -> {
            pages.add(page);
            return true;
        });
        return pages;
    }

    /** Reads page after page as long as the reader wants more. */
    private void pagesWhile(
            AwsOperation operation, String result, Map<String, String> form, Function<XmlElement, Boolean> reader) {
        Map<String, String> asked = new LinkedHashMap<>(form);
        while (true) {
            XmlElement page = cfn.ask(operation, asked).getElementByName(result);
            String next = text(page, "NextToken");
            if (!reader.apply(page) || next.isEmpty()) {
                return;
            }
            asked.put("NextToken", next);
        }
    }
}
