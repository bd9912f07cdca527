package org.ecsdelivery.aws;

import static org.ecsdelivery.aws.call.QueryService.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.QueryService;
import org.ecsdelivery.engine.doctor.RoleFacts;
import org.ecsdelivery.engine.doctor.Seen;
import org.ecsdelivery.engine.ecs.TaskTraits;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.protocols.query.unmarshall.XmlElement;

/**
 * Looks at the roles of a task definition, and whether whoever asks may pass them on.
 *
 * @param iam IAM
 * @param sts STS, which knows who asks
 * @param calls waits for both
 */
record RoleLook(QueryService iam, QueryService sts, AwsCalls calls) {
    private static final String TASKS = "ecs-tasks.amazonaws.com";
    /** A condition key, and no action. */
    private static final String PASSED_TO = String.join(":", "iam", "PassedToService");

    private static final Pattern SESSION = Pattern.compile("arn:([^:]+):sts::(\\d+):assumed-role/([^/]+)/.*");

    List<RoleFacts> facts(TaskTraits traits) {
        List<RoleFacts> roles = new ArrayList<>();
        add(roles, "taskRoleArn", traits.taskRole());
        add(roles, "executionRoleArn", traits.executionRole());
        return roles;
    }

    private void add(List<RoleFacts> roles, String use, String arn) {
        if (!arn.isEmpty()) {
            Optional<XmlElement> found = role(arn);
            roles.add(new RoleFacts(
                    use,
                    arn,
                    found.isPresent(),
                    found.filter(RoleLook::trustsTasks).isPresent(),
                    found.isPresent() ? Seen.look(() -> mayPass(arn)) : Seen.of(false)));
        }
    }

    private Optional<XmlElement> role(String arn) {
        AwsOperation operation = new AwsOperation("iam:GetRole", arn);
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        return calls.of(operation, () -> {
            try {
                return QueryService.below(iam.asked(operation, Map.of("RoleName", name)), "GetRoleResult", "Role")
                        .findFirst();
            } catch (AwsServiceException e) {
                if ("NoSuchEntity".equals(e.awsErrorDetails().errorCode())) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** The document is URL-encoded (IAM API reference, GetRole). */
    private static boolean trustsTasks(XmlElement role) {
        String document = URLDecoder.decode(text(role, "AssumeRolePolicyDocument"), StandardCharsets.UTF_8);
        return PolicyDocument.parse(document).statements().stream()
                .filter(PolicyDocument.Statement::allows)
                .anyMatch(each -> each.services().contains(TASKS));
    }

    private boolean mayPass(String arn) {
        XmlElement caller = sts.ask(new AwsOperation("sts:GetCallerIdentity", "the caller"), Map.of());
        XmlElement answer = iam.ask(
                new AwsOperation("iam:SimulatePrincipalPolicy", "the caller"),
                Map.of(
                        "PolicySourceArn",
                        principal(text(caller, "GetCallerIdentityResult", "Arn")),
                        "ActionNames.member.1",
                        "iam:PassRole",
                        "ResourceArns.member.1",
                        arn,
                        "ContextEntries.member.1.ContextKeyName",
                        PASSED_TO,
                        "ContextEntries.member.1.ContextKeyType",
                        "string",
                        "ContextEntries.member.1.ContextKeyValues.member.1",
                        TASKS));
        return text(answer, "SimulatePrincipalPolicyResult", "EvaluationResults", "member", "EvalDecision")
                .equals("allowed");
    }

    /** A session is not what policies belong to, but its role. */
    private String principal(String caller) {
        Matcher session = SESSION.matcher(caller);
        if (!session.matches()) {
            return caller;
        }
        String role = "arn:" + session.group(1) + ":iam::" + session.group(2) + ":role/" + session.group(3);
        // the ARN of a session leaves out the path of its role
        return role(role).map(each -> text(each, "Arn")).orElse(role);
    }
}
