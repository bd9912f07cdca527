package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Service deployments and revisions. */
final class ServiceDeploymentOperations implements Operations {
    private final World world;
    private final Scheduler scheduler;
    private final RevisionView revisions;

    ServiceDeploymentOperations(World world, Scheduler scheduler) {
        this.world = world;
        this.scheduler = scheduler;
        this.revisions = new RevisionView(world);
    }

    @Override
    public Map<String, Function<AwsCall, JsonNode>> byName() {
        return Map.of(
                "ListServiceDeployments", this::list,
                "DescribeServiceDeployments", this::describe,
                "DescribeServiceRevisions", this::describeRevisions,
                "StopServiceDeployment", this::stop,
                "ContinueServiceDeployment", this::continueWith);
    }

    private JsonNode list(AwsCall call) {
        Cluster cluster = world.cluster(call.text("cluster").orElse("default"));
        Service service = cluster.requiredService(call.required("service"));
        List<String> statuses = call.texts("status");
        double after = call.body().at("/createdAt/after").asDouble(0);
        double before = call.body().at("/createdAt/before").asDouble(Double.MAX_VALUE);
        List<ObjectNode> found = service.history.stream()
                .filter(record -> statuses.isEmpty() || statuses.contains(record.status.name()))
                .filter(record -> record.createdAt.toEpochMilli() / 1000.0 >= after)
                .filter(record -> record.createdAt.toEpochMilli() / 1000.0 <= before)
                .map(ServiceDeploymentView::brief)
                .toList();
        return Operations.page(call, "serviceDeployments", found);
    }

    private JsonNode describe(AwsCall call) {
        ArrayNode found = Json.array();
        ArrayNode failures = Json.array();
        Operations.atMost(20, call, "serviceDeploymentArns")
                .forEach(arn -> find(arn)
                        .ifPresentOrElse(
                                record -> found.add(ServiceDeploymentView.of(record)),
                                () -> failures.add(Operations.missing(arn))));
        ObjectNode answer = Json.object();
        answer.set("serviceDeployments", found);
        answer.set("failures", failures);
        return answer;
    }

    private Stream<Service> services() {
        return world.clusters.values().stream().flatMap(cluster -> cluster.services.values().stream());
    }

    private Optional<ServiceDeployment> find(String arn) {
        return services()
                .flatMap(service -> service.history.stream())
                .filter(record -> record.arn.equals(arn))
                .findFirst();
    }

    private JsonNode describeRevisions(AwsCall call) {
        ArrayNode found = Json.array();
        ArrayNode failures = Json.array();
        Operations.atMost(20, call, "serviceRevisionArns")
                .forEach(arn -> revision(arn).ifPresentOrElse(found::add, () -> failures.add(Operations.missing(arn))));
        ObjectNode answer = Json.object();
        answer.set("serviceRevisions", found);
        answer.set("failures", failures);
        return answer;
    }

    private Optional<ObjectNode> revision(String arn) {
        return services()
                .flatMap(service -> service.revisions.stream()
                        .filter(revision -> revision.arn().equals(arn))
                        .map(revision -> revisions.of(service, revision)))
                .findFirst();
    }

    private JsonNode stop(AwsCall call) {
        ServiceDeployment record = required(call);
        if (record.status.isFinal()) {
            throw AwsError.client(
                    "ConflictException",
                    "The service deployment is in the state " + record.status + " and can't be stopped.");
        }
        if (record.rollback.isEmpty() && record.status != ServiceDeployment.Status.ROLLBACK_REQUESTED) {
            request(record);
        }
        return Json.object().put("serviceDeploymentArn", record.arn);
    }

    private JsonNode continueWith(AwsCall call) {
        ServiceDeployment record = required(call);
        TrafficShift shift = record.shift
                .filter(each -> !each.over)
                .orElseThrow(() -> AwsError.client("ConflictException", "The service deployment is not paused."));
        String wanted = call.required("hookId");
        HookRun hook = shift.hooks.stream()
                .filter(each -> each.id.equals(wanted) && each.status == HookRun.Status.AWAITING_ACTION)
                .findFirst()
                .orElseThrow(() -> Operations.invalid("The lifecycle hook " + wanted + " does not await an action."));
        boolean back = call.text("action").filter("ROLLBACK"::equals).isPresent();
        scheduler.rollouts().shifts().finish(shift, hook, back ? HookRun.Status.FAILED : HookRun.Status.SUCCEEDED);
        return Json.object().put("serviceDeploymentArn", record.arn);
    }

    private ServiceDeployment required(AwsCall call) {
        return find(call.required("serviceDeploymentArn"))
                .orElseThrow(() ->
                        AwsError.client("ServiceDeploymentNotFoundException", "The service deployment was not found."));
    }

    private void request(ServiceDeployment record) {
        scheduler.rollouts().turn(record, ServiceDeployment.Status.ROLLBACK_REQUESTED);
        world.simulation.after(world.timings.schedulerBeat(), () -> {
            if (record.status == ServiceDeployment.Status.ROLLBACK_REQUESTED) {
                scheduler.rollouts().rollBack(record.service, record, "Service deployment rolled back on request.");
                scheduler.request(record.service);
            }
        });
    }
}
