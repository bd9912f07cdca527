package org.ecsdelivery.aws.call;

import static org.ecsdelivery.aws.call.QueryService.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecsdelivery.engine.failure.AccessDenied;
import software.amazon.awssdk.protocols.query.unmarshall.XmlElement;

/**
 * Who a session's credentials belong to.
 *
 * @param arn the ARN of the user or of the role's session
 * @param account the account
 */
public record Caller(String arn, String account) {
    private static final Pattern SESSION = Pattern.compile("arn:([^:]+):sts::(\\d+):assumed-role/([^/]+)/.*");

    /** Asks AWS, which refuses that to nobody. */
    public static Caller of(AwsSession session) {
        XmlElement answer =
                session.query(QueryApi.STS).ask(new AwsOperation("sts:GetCallerIdentity", "the caller"), Map.of());
        return new Caller(
                text(answer, "GetCallerIdentityResult", "Arn"), text(answer, "GetCallerIdentityResult", "Account"));
    }

    /** Returns what policies belong to: of a session, its role. Its path is only known where the caller may look at it. */
    public String principal(AwsSession session) {
        Matcher role = SESSION.matcher(arn);
        if (!role.matches()) {
            return arn;
        }
        String plain = "arn:" + role.group(1) + ":iam::" + role.group(2) + ":role/" + role.group(3);
        return withPath(session, role.group(3), plain).orElse(plain);
    }

    private static Optional<String> withPath(AwsSession session, String name, String plain) {
        try {
            XmlElement answer =
                    session.query(QueryApi.IAM).ask(new AwsOperation("iam:GetRole", plain), Map.of("RoleName", name));
            return Optional.of(text(answer, "GetRoleResult", "Role", "Arn")).filter(found -> !found.isEmpty());
        } catch (AccessDenied unseen) {
            return Optional.empty();
        }
    }
}
