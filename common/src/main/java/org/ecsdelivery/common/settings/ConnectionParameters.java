package org.ecsdelivery.common.settings;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;

/**
 * The parameters by which a step takes its credentials from a connection of TeamCity, and those by which the server hands them to the
 * agent. The latter are no settings: nobody enters them, and no page shows them.
 */
public final class ConnectionParameters {
    /** The shortest and the longest session of a connection, in minutes (AWS STS API reference, GetSessionToken). */
    static final int SHORTEST = 15;

    static final int LONGEST = 2160;

    /** The connection. */
    public static final Parameter CONNECTION = Parameter.text(
            "aws.connection",
            "AWS connection",
            "Enter the ID of an AWS connection of the project, such as PROJECT_EXT_7, to take temporary credentials and the Region from"
                    + " it when the build starts. Leave it empty to use what the build itself has (build feature \"AWS"
                    + " Credentials\"), or the agent.");
    /** How long its session lasts. */
    public static final Parameter MINUTES = Parameter.number(
                    "aws.connectionMinutes",
                    "Session duration, minutes",
                    "Raise it when the build may still be in this step after so many minutes: the session of the connection begins with"
                            + " the build. From 15 to 2160; a connection that is a role allows what the role allows.",
                    60)
            .amongAdvanced();

    /** The settings. */
    public static final List<Parameter> ALL = List.of(CONNECTION, MINUTES);

    /** What the server hands over: the public half of the keys. */
    public static final String GIVEN_KEY_ID = "ecs-delivery.connection.accessKeyId";
    /** The secret half; the prefix makes TeamCity mask it. */
    public static final String GIVEN_SECRET = "secure:ecs-delivery.connection.secretAccessKey";
    /** The token of temporary keys. */
    public static final String GIVEN_TOKEN = "secure:ecs-delivery.connection.sessionToken";
    /** The connection's Region. */
    public static final String GIVEN_REGION = "ecs-delivery.connection.region";
    /** When the session ends. */
    public static final String GIVEN_END = "ecs-delivery.connection.end";
    /** Why nothing was handed over. */
    public static final String GIVEN_REFUSAL = "ecs-delivery.connection.refusal";

    private ConnectionParameters() {}

    /** Returns the connection that a step names, as far as that can be read: the step itself tells what is wrong. */
    public static Optional<ConnectionAccess> asked(Map<String, String> given) {
        Map<String, String> settings = new HashMap<>();
        ALL.forEach(each -> settings.put(each.name(), given.getOrDefault(each.name(), "")));
        return read(new ParameterReader(settings, References.RESOLVED));
    }

    /** Reads the connection that a step names; problems stay with the reader. */
    static Optional<ConnectionAccess> read(ParameterReader reader) {
        Optional<String> id = reader.optional(CONNECTION, text -> text);
        int minutes = reader.optional(MINUTES, ConnectionParameters::minutes)
                .orElse(Integer.parseInt(MINUTES.defaultValue()));
        if (reader.has(CONNECTION)) {
            rejectASecondSource(reader, AwsParameters.ACCESS_KEY_ID);
            rejectASecondSource(reader, AwsParameters.PROFILE);
        }
        return id.map(known -> new ConnectionAccess(
                known,
                minutes,
                keys(reader),
                reader.unlisted(GIVEN_REGION).flatMap(ConnectionParameters::region),
                reader.unlisted(GIVEN_END).flatMap(ConnectionParameters::instant),
                reader.unlisted(GIVEN_REFUSAL)));
    }

    private static void rejectASecondSource(ParameterReader reader, Parameter other) {
        if (reader.has(other)) {
            reader.reject(
                    other,
                    "it is given beside " + CONNECTION.label() + " (" + CONNECTION.name() + ")",
                    "Leave one of the two empty: a step takes its credentials from one place.");
        }
    }

    private static Optional<AwsAccess.Keys> keys(ParameterReader reader) {
        return reader.unlisted(GIVEN_KEY_ID)
                .flatMap(keyId -> reader.unlisted(GIVEN_SECRET)
                        .map(secret -> new AwsAccess.Keys(
                                keyId,
                                Secret.of(secret),
                                reader.unlisted(GIVEN_TOKEN).map(Secret::of))));
    }

    private static int minutes(String text) {
        return TextForms.whole(text, SHORTEST, LONGEST);
    }

    private static Optional<AwsRegion> region(String text) {
        try {
            return Optional.of(new AwsRegion(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
