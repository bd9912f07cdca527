package org.ecsdelivery.aws.call;

import static org.ecsdelivery.aws.call.QueryService.below;
import static org.ecsdelivery.aws.call.QueryService.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.failure.EngineException;
import software.amazon.awssdk.protocols.query.unmarshall.XmlElement;

/**
 * Asks IAM what a principal may do (IAM API reference, SimulatePrincipalPolicy). Policies of resources, and what an organization allows,
 * are not part of the answer.
 *
 * @param session who asks
 * @param principal whose permissions
 */
public record PolicySimulation(AwsSession session, String principal) {
    /**
     * Returns those of some actions that are not allowed on a resource.
     *
     * @param context values of condition keys
     * @throws EngineException when IAM does not answer, or must not be asked
     */
    public Set<String> denied(List<String> actions, String resource, Map<String, String> context) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("PolicySourceArn", principal);
        question.put("ResourceArns.member.1", resource);
        for (int at = 0; at < actions.size(); at++) {
            question.put("ActionNames.member." + (at + 1), actions.get(at));
        }
        int entry = 0;
        for (Map.Entry<String, String> each : context.entrySet()) {
            String member = "ContextEntries.member." + ++entry + ".";
            question.put(member + "ContextKeyName", each.getKey());
            question.put(member + "ContextKeyType", "string");
            question.put(member + "ContextKeyValues.member.1", each.getValue());
        }
        XmlElement answer =
                session.query(QueryApi.IAM).ask(new AwsOperation("iam:SimulatePrincipalPolicy", principal), question);
        return below(answer, "SimulatePrincipalPolicyResult", "EvaluationResults", "member")
                .filter(result -> !text(result, "EvalDecision").equals("allowed"))
                .map(result -> text(result, "EvalActionName"))
                .collect(Collectors.toSet());
    }
}
