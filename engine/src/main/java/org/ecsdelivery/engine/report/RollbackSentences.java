package org.ecsdelivery.engine.report;

import org.ecsdelivery.engine.deploy.RolledBackBy;

/** What made ECS go back, and what to do about it. */
final class RollbackSentences {
    private RollbackSentences() {}

    /** Returns the sentences, with a blank before them. */
    static String of(RolledBackBy by) {
        return switch (by.kind()) {
            case CIRCUIT_BREAKER ->
                " The circuit breaker went off: see the failed tasks and their log lines in the build log, mend the cause"
                        + " and deploy again.";
            case ALARM -> alarm(by);
            case LIFECYCLE_HOOK ->
                " A lifecycle hook of the service did not let it pass: look at what the hook wrote, and deploy again.";
            case STEP -> " This step said so at a pause hook of the service, as At a pause hook (deploy.onPause) asks.";
            case USER ->
                " Somebody stopped the deployment (ecs:StopServiceDeployment): find out who and why; AWS CloudTrail"
                        + " keeps the name.";
            case UNKNOWN ->
                " See the failed tasks and their log lines in the build log, mend the cause and deploy again.";
        };
    }

    private static String alarm(RolledBackBy by) {
        String which = by.alarms().isEmpty()
                ? "a CloudWatch alarm of the service"
                : "the CloudWatch alarm " + String.join(", ", by.alarms());
        return " It was for " + which + ": look at its metric, mend the cause and deploy again.";
    }
}
