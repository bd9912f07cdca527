package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.registry.Repository;

/** Keeps lifecycle policies; nothing here ever expires an image. */
final class PolicyOperations {

    private final RepositoryLookup lookup;

    PolicyOperations(RepositoryLookup lookup) {
        this.lookup = lookup;
    }

    JsonNode put(AwsCall call) {
        Repository repository = lookup.named(call);
        String policy = validPolicy(call.required("lifecyclePolicyText"));
        repository.configure(settings -> settings.withLifecyclePolicy(policy));
        return json(call, repository, policy);
    }

    JsonNode get(AwsCall call) {
        Repository repository = lookup.named(call);
        String policy = repository
                .settings()
                .lifecyclePolicy()
                .orElseThrow(() -> AwsError.client(
                        "LifecyclePolicyNotFoundException",
                        "Lifecycle policy does not exist for the repository with name '" + repository.name()
                                + "' in the registry with id '" + lookup.registryId(call) + "'"));
        return json(call, repository, policy);
    }

    private ObjectNode json(AwsCall call, Repository repository, String policy) {
        return Json.object()
                .put("registryId", lookup.registryId(call))
                .put("repositoryName", repository.name())
                .put("lifecyclePolicyText", policy);
    }

    private static String validPolicy(String text) {
        if (!Json.parse(text).path("rules").isArray()) {
            throw AwsError.client(
                    "InvalidParameterException",
                    "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy"
                            + " validation failure: object has missing required properties ([\"rules\"])'");
        }
        return text;
    }
}
