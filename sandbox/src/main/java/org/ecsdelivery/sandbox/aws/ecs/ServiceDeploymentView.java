package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Shows service deployments, whole and brief. */
final class ServiceDeploymentView {
    private ServiceDeploymentView() {}

    static ObjectNode brief(ServiceDeployment record) {
        ObjectNode json = common(record).put("targetServiceRevisionArn", record.target.arn());
        return json;
    }

    static ObjectNode of(ServiceDeployment record) {
        ObjectNode json = common(record);
        json.set("updatedAt", Json.epoch(record.updatedAt));
        ArrayNode sources = json.putArray("sourceServiceRevisions");
        record.sources.forEach(source -> sources.add(RevisionView.counts(record.service, source)));
        json.set("targetServiceRevision", RevisionView.counts(record.service, record.target));
        json.set("deploymentConfiguration", ServiceView.configuration(record.service));
        json.set("deploymentCircuitBreaker", breaker(record));
        json.set("alarms", alarms(record));
        record.shift.ifPresent(shift -> shift(shift, json));
        record.rollback.ifPresent(rollback -> json.putObject("rollback")
                .put("reason", rollback.reason())
                .put("serviceRevisionArn", rollback.target().arn())
                .set("startedAt", Json.epoch(rollback.startedAt())));
        if (record.status == ServiceDeployment.Status.STOPPED) {
            record.finishedAt.ifPresent(instant -> json.set("stoppedAt", Json.epoch(instant)));
        }
        return json;
    }

    private static void shift(TrafficShift shift, ObjectNode json) {
        json.put("lifecycleStage", shift.stage.name());
        ArrayNode hooks = json.putArray("lifecycleHookDetails");
        shift.hooks.forEach(run -> hooks.add(run.json()));
    }

    private static ObjectNode alarms(ServiceDeployment record) {
        JsonNode watched = record.configuration.path("alarms");
        boolean on = watched.path("enable").asBoolean();
        String state = record.triggeredAlarms.isEmpty() ? "MONITORING" : "TRIGGERED";
        ObjectNode json = Json.object().put("status", on ? state : "DISABLED");
        json.set("alarmNames", on ? watched.path("alarmNames").deepCopy() : Json.array());
        ArrayNode triggered = json.putArray("triggeredAlarmNames");
        record.triggeredAlarms.forEach(triggered::add);
        return json;
    }

    private static ObjectNode common(ServiceDeployment record) {
        ObjectNode json = Json.object()
                .put("serviceDeploymentArn", record.arn)
                .put("serviceArn", record.service.arn)
                .put("clusterArn", record.service.cluster.arn)
                .put("status", record.status.name());
        record.statusReason.ifPresent(reason -> json.put("statusReason", reason));
        json.set("createdAt", Json.epoch(record.createdAt));
        record.startedAt.ifPresent(instant -> json.set("startedAt", Json.epoch(instant)));
        record.finishedAt.ifPresent(instant -> json.set("finishedAt", Json.epoch(instant)));
        return json;
    }

    private static ObjectNode breaker(ServiceDeployment record) {
        Service service = record.service;
        int failures = record.failuresAtTrip.orElseGet(() -> service.deployments.stream()
                .filter(deployment -> deployment.record == record)
                .mapToInt(deployment -> deployment.failedTasks)
                .max()
                .orElse(0));
        return Json.object()
                .put("status", breakerStatus(record))
                .put("failureCount", failures)
                .put("threshold", service.breakerThreshold());
    }

    private static String breakerStatus(ServiceDeployment record) {
        if (!record.configuration
                .path("deploymentCircuitBreaker")
                .path("enable")
                .asBoolean()) {
            return "DISABLED";
        }
        if (record.breakerTripped) {
            return "TRIGGERED";
        }
        return record.status.isFinal() ? "MONITORING_COMPLETE" : "MONITORING";
    }
}
