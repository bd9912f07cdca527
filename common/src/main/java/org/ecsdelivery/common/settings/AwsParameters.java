package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    /** Tags of the role's session. */
    public static final Parameter SESSION_TAGS = Parameter.lines(
                    "aws.sessionTags",
                    "Session tags",
                    "Enter KEY=VALUE lines that policies of the role (aws:PrincipalTag) and CloudTrail shall see of the session. The role"
                            + " must trust sts:TagSession too.")
            .amongAdvanced();
    /** The endpoint override. */
    public static final Parameter ENDPOINT = Parameter.text(
                    "aws.endpoint",
                    "Endpoint override",
                    "Enter an address such as http://127.0.0.1:4566 to send every AWS call to a stand-in or a private"
                            + " endpoint instead of AWS.")
            .amongAdvanced();

    /** Those of a build feature, in the order of the settings page. */
    public static final List<Parameter> ALL = List.of(
            REGION,
            PROFILE,
            ACCESS_KEY_ID,
            SECRET_ACCESS_KEY,
            SESSION_TOKEN,
            ROLE_ARN,
            EXTERNAL_ID,
            SESSION_TAGS,
            ENDPOINT);

    /** Those of a step, which the server can hand credentials to, in the order of the settings page. */
    public static final List<Parameter> OF_STEPS = Stream.of(
                    List.of(REGION), ConnectionParameters.ALL, ALL.subList(1, ALL.size()))
            .flatMap(List::stream)
            .toList();

    private static final Pattern ROLE = Pattern.compile("arn:[a-z0-9-]+:iam::\\d{12}:role/[\\w+=,.@/-]+");

    private static final int MOST_TAGS = 50;

    private AwsParameters() {}

    /** Reads how a step reaches AWS; problems stay with the reader. */
    public static AwsAccess readOfStep(ParameterReader reader) {
        AwsAccess access = read(reader);
        return new AwsAccess(
                access.region(),
                access.endpoint(),
                access.profile(),
                access.keys(),
                access.role(),
                ConnectionParameters.read(reader));
    }

    /** Reads how a build feature reaches AWS; problems stay with the reader. */
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
        Map<String, String> tags =
                reader.optional(SESSION_TAGS, AwsParameters::tags).orElse(Map.of());
        Stream.of(EXTERNAL_ID, SESSION_TAGS)
                .filter(each -> reader.has(each) && !reader.has(ROLE_ARN))
                .forEach(each -> reader.reject(each, "it is given without a role to assume", each.help()));
        return arn.map(known -> new AwsAccess.Role(known, externalId, tags));
    }

    /** Reads tags within the limits of sessions (AWS STS API reference, AssumeRole, Tags). */
    private static Map<String, String> tags(String text) {
        Map<String, String> tags = TextForms.assignments(text);
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException(tags.size() + " tags are given, and a session takes " + MOST_TAGS);
        }
        tags.forEach((key, value) -> {
            if (key.length() > 128 || value.length() > 256) {
                throw new IllegalArgumentException(
                        "'" + key + "' is longer than a tag may be (128 characters, and 256 of its value)");
            }
        });
        return tags;
    }

    /** Reads the ARN of a role. */
    static String roleArn(String text) {
        if (ROLE.matcher(text).matches()) {
            return text;
        }
        throw new IllegalArgumentException("'" + text + "' is not the ARN of a role");
    }
}
