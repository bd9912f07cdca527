package org.ecsdelivery.sandbox.aws.sts;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Protocol;
import org.ecsdelivery.sandbox.aws.front.Xml;
import org.ecsdelivery.sandbox.aws.sts.Sessions.Session;

/** AWS STS as API version 2011-06-15 words it. */
public final class StsService implements AwsService {

    private static final String VERSION = "2011-06-15";
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final Pattern ROLE = Pattern.compile("arn:aws[\\w-]*:iam::\\d{12}:role/.+");
    private static final int LEAST_SECONDS = 900;
    private static final int MOST_SECONDS = 43_200;
    private static final int DEFAULT_SECONDS = 3_600;

    private final AwsAccount account;
    private final RoleTrust trust;
    private final Sessions sessions = new Sessions();

    /** Hands out sessions of the roles that the trust admits. */
    public StsService(AwsAccount account, RoleTrust trust) {
        this.account = account;
        this.trust = trust;
    }

    @Override
    public String name() {
        return "sts";
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
            case "GetCallerIdentity" -> Answer.query(call, NAMESPACE, identity(call));
            case "AssumeRole" -> Answer.query(call, NAMESPACE, assume(call));
            default -> throw AwsService.unknownOperation(call);
        };
    }

    private String identity(AwsCall call) {
        Optional<Session> session = sessions.of(call.accessKeyId());
        return Xml.text("Arn", callerArn(call))
                + Xml.text("UserId", session.map(Session::assumedRoleId).orElse("AIDASANDBOXDEPLOYER00"))
                + Xml.text("Account", account.id());
    }

    private String assume(AwsCall call) {
        String role = call.requiredParam("RoleArn");
        String name = call.requiredParam("RoleSessionName");
        if (!ROLE.matcher(role).matches()) {
            throw AwsError.client("ValidationError", role + " is invalid");
        }
        if (!trust.admits(role, call.param("ExternalId"))) {
            throw new AwsError(
                    "AccessDenied",
                    403,
                    "User: " + callerArn(call) + " is not authorized to perform: sts:AssumeRole on resource: " + role);
        }
        Duration lifetime = lifetime(call);
        return xml(sessions.begin(
                role, name, account.clock().instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS)));
    }

    private static String xml(Session session) {
        String credentials = Xml.text("AccessKeyId", session.accessKeyId())
                + Xml.text("SecretAccessKey", session.secretAccessKey())
                + Xml.text("SessionToken", session.token())
                + Xml.text("Expiration", session.expiresAt().toString());
        String user = Xml.text("AssumedRoleId", session.assumedRoleId()) + Xml.text("Arn", session.assumedRoleArn());
        return Xml.element("AssumedRoleUser", user) + Xml.element("Credentials", credentials);
    }

    private static Duration lifetime(AwsCall call) {
        String text = call.param("DurationSeconds").orElse(Integer.toString(DEFAULT_SECONDS));
        int seconds = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
            throw AwsError.client(
                    "ValidationError",
                    "1 validation error detected: Value '" + text + "' at 'durationSeconds' failed to satisfy"
                            + " constraint: Member must have value between " + LEAST_SECONDS + " and " + MOST_SECONDS);
        }
        return Duration.ofSeconds(seconds);
    }

    private String callerArn(AwsCall call) {
        return sessions.of(call.accessKeyId()).map(Session::assumedRoleArn).orElse(account.callerArn());
    }
}
