package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.front.Page;
import org.ecsdelivery.sandbox.aws.registry.CreationTemplate;
import org.ecsdelivery.sandbox.aws.registry.ImageRegistry;

/** Makes and describes the templates by which a push creates repositories. */
final class TemplateOperations {
    private static final int DEFAULT_PAGE = 100;

    private final ImageRegistry registry;

    TemplateOperations(ImageRegistry registry) {
        this.registry = registry;
    }

    JsonNode create(AwsCall call) {
        CreationTemplate template =
                new CreationTemplate(call.required("prefix"), call.texts("appliedFor"), RequestedSettings.of(call));
        if (!registry.add(template)) {
            throw AwsError.client(
                    "TemplateAlreadyExistsException",
                    "The repository creation template with prefix '" + template.prefix() + "' already exists");
        }
        return Json.object().set("repositoryCreationTemplate", json(template));
    }

    JsonNode describe(AwsCall call) {
        return Page.of(registry.templates(), call, call.number("maxResults").orElse(DEFAULT_PAGE))
                .json("repositoryCreationTemplates", TemplateOperations::json);
    }

    private static ObjectNode json(CreationTemplate template) {
        ObjectNode json = Json.object()
                .put("prefix", template.prefix())
                .put("imageTagMutability", template.settings().mutability().name());
        json.set("appliedFor", Json.texts(template.appliedFor()));
        return json;
    }
}
