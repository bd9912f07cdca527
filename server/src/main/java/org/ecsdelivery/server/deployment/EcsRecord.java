package org.ecsdelivery.server.deployment;

import java.util.Optional;
import java.util.Set;

/**
 * ECS's own record of a deployment (ECS API reference, ServiceDeployment).
 *
 * @param arn its ARN
 * @param status such as IN_PROGRESS or SUCCESSFUL, as AWS writes it
 * @param reason ECS's own words about that, or an empty text
 * @param stage the stage of a deployment that shifts traffic
 */
record EcsRecord(String arn, String status, String reason, Optional<String> stage) {
    private static final Set<String> OVER = Set.of("SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED");

    boolean isOver() {
        return OVER.contains(status);
    }

    boolean isOnItsWayBack() {
        return status.startsWith("ROLLBACK") || status.equals("STOP_REQUESTED");
    }

    /** Returns how it stands, such as {@code in progress at bake time: reason}. */
    String words() {
        return Words.plain(status)
                + stage.map(each -> " at " + Words.plain(each)).orElse("")
                + (reason.isBlank() ? "" : ": " + reason.strip().replaceAll("[.]+$", ""));
    }
}
