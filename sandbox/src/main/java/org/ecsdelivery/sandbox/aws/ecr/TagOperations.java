package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Adds and lists the AWS tags of repositories. */
final class TagOperations {

    private final RepositoryLookup lookup;

    TagOperations(RepositoryLookup lookup) {
        this.lookup = lookup;
    }

    JsonNode add(AwsCall call) {
        lookup.byArn(call).configure(settings -> settings.withResourceTags(RequestedSettings.resourceTags(call)));
        return Json.object();
    }

    JsonNode list(AwsCall call) {
        ArrayNode tags = Json.array();
        lookup.byArn(call)
                .settings()
                .resourceTags()
                .forEach((key, value) -> tags.addObject().put("Key", key).put("Value", value));
        return Json.object().set("tags", tags);
    }
}
