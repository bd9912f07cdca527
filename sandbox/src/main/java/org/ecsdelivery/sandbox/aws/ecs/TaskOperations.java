package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Tasks: listed, described, run, stopped. */
final class TaskOperations implements Operations {
    private final World world;
    private final TaskLife life;
    private final Tasks tasks;
    private final Scheduler scheduler;
    private final TaskView view;

    TaskOperations(World world, TaskLife life, Tasks tasks, Scheduler scheduler) {
        this.world = world;
        this.life = life;
        this.tasks = tasks;
        this.scheduler = scheduler;
        this.view = new TaskView(world);
    }

    @Override
    public Map<String, Function<AwsCall, JsonNode>> byName() {
        return Map.of(
                "ListTasks", this::list,
                "DescribeTasks", this::describe,
                "RunTask", this::run,
                "StopTask", this::stop);
    }

    private Cluster cluster(AwsCall call) {
        return world.cluster(call.text("cluster").orElse("default"));
    }

    private JsonNode list(AwsCall call) {
        Cluster cluster = cluster(call);
        call.text("serviceName").ifPresent(cluster::requiredService);
        List<TextNode> arns = cluster.tasks.values().stream()
                .filter(task -> wanted(task, call))
                .map(task -> TextNode.valueOf(task.arn))
                .toList();
        return Operations.page(call, "taskArns", arns);
    }

    private static boolean wanted(Task task, AwsCall call) {
        boolean stopped = call.text("desiredStatus").filter("STOPPED"::equals).isPresent();
        String group = call.text("serviceName")
                .map(name -> "service:" + Cluster.lastPart(name))
                .orElse(task.group());
        String instance = call.text("containerInstance").orElse("");
        return task.stopWanted == stopped
                && task.group().equals(group)
                && task.definition.family().equals(call.text("family").orElse(task.definition.family()))
                && task.startedBy.equals(call.text("startedBy").orElse(task.startedBy))
                && (instance.isEmpty()
                        || task.instance
                                .filter(host -> host.arn.endsWith(instance))
                                .isPresent());
    }

    private JsonNode describe(AwsCall call) {
        Cluster cluster = cluster(call);
        ArrayNode found = Json.array();
        ArrayNode failures = Json.array();
        Operations.atMost(100, call, "tasks")
                .forEach(reference -> cluster.task(reference)
                        .ifPresentOrElse(
                                task -> found.add(view.of(task)), () -> failures.add(Operations.missing(reference))));
        ObjectNode answer = Json.object();
        answer.set("tasks", found);
        answer.set("failures", failures);
        return answer;
    }

    private JsonNode run(AwsCall call) {
        Cluster cluster = cluster(call);
        TaskDefinition definition = world.definitions.usable(call.required("taskDefinition"));
        requireKnownContainers(call, definition);
        if (!world.refusedRuns.isEmpty()) {
            ObjectNode failure = Json.object()
                    .put("arn", cluster.arn.replace(":cluster/", ":container-instance/"))
                    .put("reason", world.refusedRuns.remove());
            return answer(List.of(), Json.array().add(failure));
        }
        List<Task> started = call.text("clientToken")
                .map(token ->
                        world.runs.computeIfAbsent(cluster.name + " " + token, key -> start(call, cluster, definition)))
                .orElseGet(() -> start(call, cluster, definition));
        return answer(started, Json.array());
    }

    private List<Task> start(AwsCall call, Cluster cluster, TaskDefinition definition) {
        Task.Origin origin = Task.Origin.caller(call.text("startedBy").orElse(""));
        List<Task> started = new ArrayList<>();
        for (int i = 0; i < call.number("count").orElse(1); i++) {
            Task task = tasks.make(cluster, definition, origin);
            task.overrides = call.body().path("overrides");
            task.tags = call.body().has("tags") ? call.body().path("tags") : Json.array();
            life.start(task, TaskWatcher.none());
            started.add(task);
        }
        return List.copyOf(started);
    }

    private JsonNode answer(List<Task> started, ArrayNode failures) {
        ObjectNode answer = Json.object();
        answer.set("tasks", Json.array(started.stream().map(view::of).toList()));
        answer.set("failures", failures);
        return answer;
    }

    private static void requireKnownContainers(AwsCall call, TaskDefinition definition) {
        for (JsonNode override : call.body().at("/overrides/containerOverrides")) {
            String name = override.path("name").asText();
            if (definition.containers().stream()
                    .noneMatch(each -> each.path("name").asText().equals(name))) {
                throw Operations.invalid(
                        "Override for container named " + name + " is not a container in the TaskDefinition.");
            }
        }
    }

    private JsonNode stop(AwsCall call) {
        Task task = cluster(call)
                .task(call.required("task"))
                .orElseThrow(() -> Operations.invalid("The referenced task was not found."));
        String reason = call.text("reason").orElse("Task stopped by user");
        TaskWatcher watcher = task.service.isPresent() ? scheduler : TaskWatcher.none();
        life.stop(task, "UserInitiated", reason, watcher);
        task.service.ifPresent(scheduler::disturb);
        return Json.object().set("task", view.of(task));
    }
}
