package org.ecsdelivery.engine.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.Poller;

/** Says what somebody has changed outside of a stack; that it cannot be looked at is said too, and hinders nothing. */
record DriftLook(StackApi stacks, Poller poller, SetupTold told) {
    private static final Duration BEAT = Duration.ofSeconds(5);

    void tell(String stackId, Instant deadline) {
        try {
            String detection = stacks.detectDrift(stackId);
            Optional<String> end =
                    poller.until(deadline, new Look<>(() -> stacks.driftDetected(detection), told, BEAT));
            end.filter(why -> !why.isEmpty()).ifPresent(why -> told.warn("Drift was not looked at wholly: " + why));
            told(stacks.drifts(stackId));
        } catch (EngineException unseen) {
            told.warn("Drift is not known: " + unseen.getMessage());
        }
    }

    private void told(List<ResourceDrift> drifts) {
        if (drifts.isEmpty()) {
            told.say("No drift: what is there is what the stack says.");
        }
        drifts.forEach(each -> told.warn(sentence(each)));
    }

    private static String sentence(ResourceDrift drift) {
        if (drift.status().equals("DELETED")) {
            return "Drift: " + drift.resource() + " (" + drift.type() + ") was deleted outside of the stack.";
        }
        List<String> parts = drift.differences().stream()
                .map(each -> each.path() + " is " + each.actual() + ", not " + each.expected())
                .toList();
        return "Drift: " + drift.resource() + " (" + drift.type() + ") was changed outside of the stack: "
                + String.join("; ", parts) + ".";
    }
}
