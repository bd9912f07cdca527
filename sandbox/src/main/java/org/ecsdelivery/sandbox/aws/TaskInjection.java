package org.ecsdelivery.sandbox.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.ecs.Injection;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.s3.Buckets;
import org.ecsdelivery.sandbox.aws.secrets.SecretShelf;
import org.ecsdelivery.sandbox.aws.ssm.ParameterShelf;

/**
 * Reads what containers are to get out of the stand-in's own services, as an execution role with every permission does. What lies in
 * another account or Region is taken to be there.
 */
record TaskInjection(AwsAccount account, ParameterShelf parameters, SecretShelf secrets, Buckets buckets)
        implements Injection {
    private static final String NO_SECRET =
            "ResourceInitializationError: unable to pull secrets or registry auth: execution"
                    + " resource retrieval failed: unable to retrieve secret";
    private static final String RETRIED = ": service call has been retried 1 time(s): ";

    /** A reason for the task not to start. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String reason) {
            super(reason);
        }
    }

    @Override
    public Outcome into(JsonNode container, JsonNode override) {
        try {
            Map<String, String> all = new LinkedHashMap<>();
            container.path("environmentFiles").forEach(each -> all.putAll(file(each)));
            override.path("environmentFiles").forEach(each -> all.putAll(file(each)));
            named(container.path("environment"), all);
            container
                    .path("secrets")
                    .forEach(each -> secret(each.path("valueFrom").asText())
                            .ifPresent(value -> all.put(each.path("name").asText(), value)));
            named(override.path("environment"), all);
            return Outcome.of(all);
        } catch (Missing e) {
            return Outcome.failed(String.valueOf(e.getMessage()));
        }
    }

    private static void named(JsonNode variables, Map<String, String> all) {
        variables.forEach(
                each -> all.put(each.path("name").asText(), each.path("value").asText()));
    }

    private Map<String, String> file(JsonNode reference) {
        String arn = reference.path("value").asText();
        Buckets.Stored file = buckets.object(arn)
                .orElseThrow(() ->
                        new Missing("ResourceInitializationError: failed to download env files: file download command:"
                                + " non empty error stream" + RETRIED + "NoSuchKey: The specified key does not exist. "
                                + arn));
        return EnvFileLines.read(file.text())
                .orElseThrow(() -> new Missing(
                        "ResourceInitializationError: failed to parse env files: bufio.Scanner: token too long"));
    }

    private Optional<String> secret(String reference) {
        boolean ours = reference.contains(":" + account.region() + ":" + account.id() + ":");
        if (reference.startsWith("arn:") && !ours) {
            return Optional.empty();
        }
        return Optional.of(reference.contains(":secretsmanager:") ? ofSecretsManager(reference) : ofSsm(reference));
    }

    private String ofSsm(String reference) {
        String name = reference.substring(reference.indexOf(":parameter") + 1).replaceFirst("^parameter", "");
        return parameters
                .value(reference)
                .orElseThrow(() -> new Missing(NO_SECRET + "s from ssm" + RETRIED + "invalid parameters: " + name));
    }

    /** Reads {@code arn:...:secret:name-AbCdEf:json-key:stage:version}. */
    private String ofSecretsManager(String reference) {
        String[] parts = reference.split(":", -1);
        String arn = String.join(":", Arrays.copyOf(parts, 7));
        String key = parts.length > 7 ? parts[7] : "";
        String stage = parts.length > 8 ? parts[8] : "";
        String text = secrets.text(arn, stage)
                .orElseThrow(() -> new Missing(NO_SECRET + " from asm" + RETRIED + "failed to fetch secret " + arn
                        + " from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified"
                        + " secret."));
        return key.isEmpty() ? text : key(arn, key, text);
    }

    private static String key(String arn, String key, String text) {
        JsonNode value = object(text).path(key);
        if (value.isMissingNode()) {
            throw new Missing(NO_SECRET + " from asm" + RETRIED
                    + "retrieved secret from Secrets Manager did not contain json key " + key + ": " + arn);
        }
        return value.asText();
    }

    private static JsonNode object(String text) {
        try {
            return Json.parse(text);
        } catch (AwsError noJson) {
            return Json.object();
        }
    }
}
