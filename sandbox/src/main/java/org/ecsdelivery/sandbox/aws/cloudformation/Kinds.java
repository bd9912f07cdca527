package org.ecsdelivery.sandbox.aws.cloudformation;

import java.util.HashMap;
import java.util.Map;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.cloudformation.template.InvalidTemplate;
import org.ecsdelivery.sandbox.aws.front.AwsError;

/** The resource types that the stand-in knows, and the failures that somebody has planned for resources. */
final class Kinds {
    private final Map<String, ResourceKind> byType = new HashMap<>();
    private final Map<String, String> failing = new HashMap<>();

    Kinds(Neighbours neighbours) {
        Hosts hosts = new Hosts(neighbours.ecs(), neighbours.network());
        byType.putAll(new EcsKinds(neighbours, hosts).byType());
        byType.putAll(new NetworkKinds(neighbours).byType());
        byType.putAll(new AccountKinds(neighbours, hosts).byType());
    }

    /** Has the next attempts to create or change a resource fail for a reason. */
    void fail(String id, String reason) {
        failing.put(id, reason);
    }

    void mend(String id) {
        failing.remove(id);
    }

    ResourceKind of(StackResource resource) {
        return of(resource.type);
    }

    ResourceKind of(String type) {
        ResourceKind kind = byType.get(type);
        if (kind == null) {
            throw AwsError.client(
                    "ValidationError", "Template format error: Unrecognized resource types: [" + type + "]");
        }
        return kind;
    }

    /** Refuses a template with types that are not known. */
    void require(DescribedStack described) throws InvalidTemplate {
        described.resources().values().forEach(each -> of(each.type()));
    }

    /** Strikes with a planned failure. */
    void strike(String id) {
        String reason = failing.get(id);
        if (reason != null) {
            throw AwsError.client("GeneralServiceException", reason);
        }
    }
}
