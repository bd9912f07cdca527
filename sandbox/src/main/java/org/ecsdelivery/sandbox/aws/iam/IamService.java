package org.ecsdelivery.sandbox.aws.iam;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Protocol;
import org.ecsdelivery.sandbox.aws.front.Xml;

/** AWS IAM as API version 2010-05-08 words it. */
public final class IamService implements AwsService {
    private static final String VERSION = "2010-05-08";
    private static final String NAMESPACE = "https://iam.amazonaws.com/doc/" + VERSION + "/";
    private final RoleBook roles;

    /** Puts roles on the wire. */
    public IamService(RoleBook roles) {
        this.roles = roles;
    }

    @Override
    public String name() {
        return "iam";
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
        return switch (call.operation()) {
            case "GetRole" -> Answer.query(call, NAMESPACE, role(call.requiredParam("RoleName")));
            case "SimulatePrincipalPolicy" -> Answer.query(call, NAMESPACE, decisions(call));
            default -> throw AwsService.unknownOperation(call);
        };
    }

    private String role(String name) {
        Map.Entry<String, String> role = roles.named(name)
                .orElseThrow(
                        () -> new AwsError("NoSuchEntity", 404, "The role with name " + name + " cannot be found."));
        String document =
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\""
                        + role.getValue() + "\"},\"Action\":\"sts:AssumeRole\"}]}";
        return Xml.element(
                "Role",
                Xml.text("RoleName", name)
                        + Xml.text("Arn", role.getKey())
                        // as AWS does (IAM API reference, GetRole)
                        + Xml.text("AssumeRolePolicyDocument", URLEncoder.encode(document, StandardCharsets.UTF_8)));
    }

    private String decisions(AwsCall call) {
        List<String> results = call.members("ResourceArns").stream()
                .flatMap(arn -> call.members("ActionNames").stream()
                        .map(action -> Xml.text("EvalActionName", action)
                                + Xml.text("EvalResourceName", arn)
                                + Xml.text("EvalDecision", roles.allows(action, arn) ? "allowed" : "implicitDeny")))
                .toList();
        return Xml.text("IsTruncated", "false") + Xml.members("EvaluationResults", results);
    }
}
