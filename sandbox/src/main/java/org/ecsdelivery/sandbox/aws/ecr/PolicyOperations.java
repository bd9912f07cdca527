package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.registry.Repository;

/** Keeps policies of life cycle and access; nothing here ever expires an image or refuses a pull. */
final class PolicyOperations {

    private final RepositoryLookup lookup;
    private final Map<String, String> access = new ConcurrentHashMap<>();

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

    JsonNode putAccess(AwsCall call) {
        Repository repository = lookup.named(call);
        access.put(repository.name(), call.required("policyText"));
        return access(call, repository.name());
    }

    JsonNode getAccess(AwsCall call) {
        return access(call, lookup.named(call).name());
    }

    private JsonNode access(AwsCall call, String name) {
        String policy = Optional.ofNullable(access.get(name))
                .orElseThrow(() -> AwsError.client(
                        "RepositoryPolicyNotFoundException",
                        "Repository policy does not exist for the repository with name '" + name
                                + "' in the registry with id '" + lookup.registryId(call) + "'"));
        return Json.object()
                .put("registryId", lookup.registryId(call))
                .put("repositoryName", name)
                .put("policyText", policy);
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
