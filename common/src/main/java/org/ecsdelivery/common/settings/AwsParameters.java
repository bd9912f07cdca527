package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;

/** The parameters by which every step reaches AWS. */
public final class AwsParameters {
    /** The Region. */
    public static final Parameter REGION = Parameter.text(
            "aws.region",
            "Region",
            "Enter the AWS Region such as eu-central-1. Leave it empty to take it from the image name, or from"
                    + " AWS_REGION or the profile of the build.");
    /** The profile. */
    public static final Parameter PROFILE = Parameter.text(
                    "aws.profile",
                    "Profile",
                    "Enter a profile of the build's credentials file when the build has several"
                            + " (build feature \"AWS Credentials\").")
            .amongAdvanced();
    /** The public half of access keys. */
    public static final Parameter ACCESS_KEY_ID = Parameter.text(
                    "aws.accessKeyId",
                    "Access key ID",
                    "Enter access keys only where the build's own credentials cannot be used.")
            .amongAdvanced();
    /** The secret half of access keys. */
    public static final Parameter SECRET_ACCESS_KEY = Parameter.secret(
                    "secure:aws.secretAccessKey",
                    "Secret access key",
                    "Enter the secret that belongs to the access key ID.")
            .amongAdvanced();
    /** The token of temporary keys. */
    public static final Parameter SESSION_TOKEN = Parameter.secret(
                    "secure:aws.sessionToken",
                    "Session token",
                    "Enter the token that belongs to temporary access keys.")
            .amongAdvanced();
    /** The role to assume. */
    public static final Parameter ROLE_ARN = Parameter.text(
                    "aws.roleArn",
                    "Role to assume",
                    "Enter the ARN of a role, arn:aws:iam::123456789012:role/deploy, to act in another account or with"
                            + " fewer permissions.")
            .amongAdvanced();
    /** The external id of the role. */
    public static final Parameter EXTERNAL_ID = Parameter.text(
                    "aws.externalId", "External ID", "Enter the external ID if the owner of the role asks for one.")
            .amongAdvanced();
    /** The endpoint override. */
    public static final Parameter ENDPOINT = Parameter.text(
                    "aws.endpoint",
                    "Endpoint override",
                    "Enter an address such as http://127.0.0.1:4566 to send every AWS call to a stand-in or a private"
                            + " endpoint instead of AWS.")
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL =
            List.of(REGION, PROFILE, ACCESS_KEY_ID, SECRET_ACCESS_KEY, SESSION_TOKEN, ROLE_ARN, EXTERNAL_ID, ENDPOINT);

    private static final Pattern ROLE = Pattern.compile("arn:[a-z0-9-]+:iam::\\d{12}:role/[\\w+=,.@/-]+");

    private AwsParameters() {}

    /** Reads how the step reaches AWS; problems stay with the reader. */
    public static AwsAccess read(ParameterReader reader) {
        return new AwsAccess(
                reader.optional(REGION, AwsRegion::new),
                reader.optional(ENDPOINT, TextForms::address),
                reader.optional(PROFILE, text -> text),
                keys(reader),
                role(reader));
    }

    /** Refuses a Region that is not the one the image's registry lies in. */
    static void requireOneRegion(ParameterReader reader, AwsAccess access, Optional<AwsRegion> ofRegistry) {
        access.region()
                .ifPresent(given -> ofRegistry
                        .filter(other -> !other.equals(given))
                        .ifPresent(other -> reader.reject(
                                REGION,
                                "'" + given + "' is given, but the image name lies in " + other,
                                "Leave it empty to take the Region of the image name.")));
    }

    private static Optional<AwsAccess.Keys> keys(ParameterReader reader) {
        Optional<String> id = reader.optional(ACCESS_KEY_ID, text -> text);
        Optional<Secret> secret = reader.optional(SECRET_ACCESS_KEY, Secret::of);
        Optional<Secret> token = reader.optional(SESSION_TOKEN, Secret::of);
        if (reader.has(ACCESS_KEY_ID) != reader.has(SECRET_ACCESS_KEY)) {
            Parameter missing = reader.has(ACCESS_KEY_ID) ? SECRET_ACCESS_KEY : ACCESS_KEY_ID;
            reader.reject(missing, "only one half of the access keys is given", missing.help());
        } else if (reader.has(SESSION_TOKEN) && !reader.has(ACCESS_KEY_ID)) {
            reader.reject(SESSION_TOKEN, "it is given without access keys", SESSION_TOKEN.help());
        }
        return id.flatMap(known -> secret.map(hidden -> new AwsAccess.Keys(known, hidden, token)));
    }

    private static Optional<AwsAccess.Role> role(ParameterReader reader) {
        Optional<String> arn = reader.optional(ROLE_ARN, AwsParameters::roleArn);
        Optional<String> externalId = reader.optional(EXTERNAL_ID, text -> text);
        if (reader.has(EXTERNAL_ID) && !reader.has(ROLE_ARN)) {
            reader.reject(EXTERNAL_ID, "it is given without a role to assume", EXTERNAL_ID.help());
        }
        return arn.map(known -> new AwsAccess.Role(known, externalId));
    }

    private static String roleArn(String text) {
        if (ROLE.matcher(text).matches()) {
            return text;
        }
        throw new IllegalArgumentException("'" + text + "' is not the ARN of a role");
    }
}
