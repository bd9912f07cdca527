package org.ecsdelivery.sandbox.aws.cloudformation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.cloudformation.template.DescribedStack;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Made;
import org.ecsdelivery.sandbox.aws.cloudformation.template.Template;

/** One stack. */
final class StackRecord implements Made {
    final String id;
    final String name;
    final Instant createdAt;
    final Map<String, StackResource> resources = new LinkedHashMap<>();
    final List<StackEvent> events = new ArrayList<>();
    final Map<String, ChangeSet> changeSets = new LinkedHashMap<>();
    String status = "REVIEW_IN_PROGRESS";
    String reason = "";
    Optional<Template> template = Optional.empty();
    Optional<DescribedStack> described = Optional.empty();
    Map<String, Object> outputs = Map.of();
    Optional<Instant> updatedAt = Optional.empty();
    String driftStatus = "NOT_CHECKED";
    Optional<StackOperation> operation = Optional.empty();

    StackRecord(String id, String name, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.createdAt = createdAt;
    }

    @Override
    public Object reference(String resource) {
        return Optional.ofNullable(resources.get(resource))
                .map(StackResource::physicalId)
                .orElse("<" + resource + ">");
    }

    @Override
    public Object attribute(String resource, String attribute) {
        return Optional.ofNullable(resources.get(resource))
                .flatMap(each -> each.physical)
                .map(each -> each.attribute(attribute))
                .orElse("<" + resource + "." + attribute + ">");
    }
}
