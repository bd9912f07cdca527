package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;

/** One cluster with its services, tasks and hosts. */
final class Cluster {
    final String name;
    final String arn;
    final Map<String, Service> services = new LinkedHashMap<>();
    final Map<String, Task> tasks = new LinkedHashMap<>();
    final List<ContainerInstance> instances = new ArrayList<>();
    JsonNode tags = Json.array();
    private int placed;

    Cluster(String name, String arn) {
        this.name = name;
        this.arn = arn;
    }

    /** Finds a service by name or ARN. */
    Optional<Service> service(String reference) {
        return Optional.ofNullable(services.get(lastPart(reference)));
    }

    Service requiredService(String reference) {
        return service(reference).orElseThrow(() -> AwsError.client("ServiceNotFoundException", "Service not found."));
    }

    /** Finds a task by id or ARN. */
    Optional<Task> task(String reference) {
        return Optional.ofNullable(tasks.get(lastPart(reference)));
    }

    Optional<ContainerInstance> nextInstance() {
        return instances.isEmpty() ? Optional.empty() : Optional.of(instances.get(placed++ % instances.size()));
    }

    static String lastPart(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
