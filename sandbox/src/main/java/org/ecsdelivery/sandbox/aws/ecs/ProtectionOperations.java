package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Protection of tasks from scale-in: set and told. Only tasks of services have one. */
final class ProtectionOperations implements Operations {
    private static final int USUAL_MINUTES = 120;
    private static final int MOST_MINUTES = 2880;

    private final World world;
    private final Scheduler scheduler;

    ProtectionOperations(World world, Scheduler scheduler) {
        this.world = world;
        this.scheduler = scheduler;
    }

    @Override
    public Map<String, Function<AwsCall, JsonNode>> byName() {
        return Map.of("GetTaskProtection", this::get, "UpdateTaskProtection", this::update);
    }

    private JsonNode get(AwsCall call) {
        return answer(call, 100, task -> {});
    }

    private JsonNode update(AwsCall call) {
        int minutes = call.number("expiresInMinutes").orElse(USUAL_MINUTES);
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw Operations.invalid("expiresInMinutes must be between 1 and " + MOST_MINUTES + ".");
        }
        boolean on = call.body().path("protectionEnabled").asBoolean();
        return answer(call, 10, task -> protect(task, on ? Duration.ofMinutes(minutes) : Duration.ZERO));
    }

    /** Protects a task for so long, or no more. */
    void protect(Task task, Duration time) {
        task.protectedUntil = time.isZero()
                ? Optional.empty()
                : Optional.of(world.simulation.now().plus(time));
        task.service.ifPresent(service -> world.simulation.after(time, () -> scheduler.request(service)));
    }

    private JsonNode answer(AwsCall call, int most, Consumer<Task> change) {
        Cluster cluster = world.cluster(call.text("cluster").orElse("default"));
        ArrayNode found = Json.array();
        ArrayNode failures = Json.array();
        Operations.atMost(most, call, "tasks")
                .forEach(reference -> cluster.task(reference)
                        .filter(task -> task.service.isPresent() && !task.stopWanted)
                        .ifPresentOrElse(
                                task -> {
                                    change.accept(task);
                                    found.add(view(task));
                                },
                                () -> failures.add(
                                        Json.object().put("arn", reference).put("reason", "TASK_NOT_VALID"))));
        ObjectNode answer = Json.object();
        answer.set("protectedTasks", found);
        answer.set("failures", failures);
        return answer;
    }

    private ObjectNode view(Task task) {
        ObjectNode view = Json.object()
                .put("taskArn", task.arn)
                .put("protectionEnabled", task.isProtected(world.simulation.now()));
        task.protectedUntil
                .filter(end -> task.isProtected(world.simulation.now()))
                .ifPresent(end -> view.set("expirationDate", Json.epoch(end)));
        return view;
    }
}
