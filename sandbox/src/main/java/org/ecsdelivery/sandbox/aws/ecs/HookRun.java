package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.ecsdelivery.sandbox.aws.front.Json;

/** One run of a lifecycle hook at one stage. */
final class HookRun {
    final String id;
    final boolean pause;
    final String target;
    final Instant expiresAt;
    final String timeoutAction;
    Status status;

    enum Status {
        AWAITING_ACTION,
        IN_PROGRESS,
        SUCCEEDED,
        FAILED,
        TIMED_OUT
    }

    HookRun(String id, JsonNode hook, Instant expiresAt) {
        this.id = id;
        this.pause = hook.path("targetType").asText().equals("PAUSE");
        this.target = hook.path("hookTargetArn").asText();
        this.expiresAt = expiresAt;
        this.timeoutAction = hook.at("/timeoutConfiguration/action").asText("ROLLBACK");
        this.status = pause ? Status.AWAITING_ACTION : Status.IN_PROGRESS;
    }

    boolean isOpen() {
        return status == Status.AWAITING_ACTION || status == Status.IN_PROGRESS;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("hookId", id)
                .put("targetType", pause ? "PAUSE" : "AWS_LAMBDA")
                .put("status", status.name())
                .put("timeoutAction", timeoutAction);
        json.set("expiresAt", Json.epoch(expiresAt));
        if (!target.isEmpty()) {
            json.put("targetArn", target);
        }
        return json;
    }
}
