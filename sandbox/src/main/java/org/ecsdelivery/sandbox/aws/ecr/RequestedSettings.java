package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;
import org.ecsdelivery.sandbox.aws.registry.TagMutability;

/** Reads the settings of a repository out of a call. */
final class RequestedSettings {

    private RequestedSettings() {}

    static RepositorySettings of(AwsCall call) {
        JsonNode encryption = call.body().path("encryptionConfiguration");
        return RepositorySettings.defaults()
                .withMutability(mutability(call), exclusions(call))
                .withEncryption(
                        encryption.path("encryptionType").asText("AES256"),
                        Optional.of(encryption.path("kmsKey").asText("")).filter(key -> !key.isEmpty()))
                .withScanOnPush(call.body()
                        .path("imageScanningConfiguration")
                        .path("scanOnPush")
                        .asBoolean(false))
                .withResourceTags(resourceTags(call));
    }

    static TagMutability mutability(AwsCall call) {
        String name = call.text("imageTagMutability").orElse(TagMutability.MUTABLE.name());
        TagMutability mutability = Arrays.stream(TagMutability.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "imageTagMutability",
                        "Member must satisfy enum value set: " + Arrays.toString(TagMutability.values())));
        if (name.endsWith("_WITH_EXCLUSION") == exclusions(call).isEmpty()) {
            throw invalid(
                    "imageTagMutabilityExclusionFilters",
                    "must be given with the mutabilities that end in _WITH_EXCLUSION, and with these only");
        }
        return mutability;
    }

    static List<String> exclusions(AwsCall call) {
        List<String> filters = new ArrayList<>();
        call.body()
                .path("imageTagMutabilityExclusionFilters")
                .forEach(filter -> filters.add(filter.path("filter").asText()));
        return filters;
    }

    static Map<String, String> resourceTags(AwsCall call) {
        Map<String, String> tags = new LinkedHashMap<>();
        call.body()
                .path("tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        return tags;
    }

    private static AwsError invalid(String parameter, String constraint) {
        return AwsError.client(
                "InvalidParameterException",
                "Invalid parameter at '" + parameter + "' failed to satisfy constraint: '" + constraint + "'");
    }
}
