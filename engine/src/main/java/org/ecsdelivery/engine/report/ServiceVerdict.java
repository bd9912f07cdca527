package org.ecsdelivery.engine.report;

import java.util.Optional;
import org.ecsdelivery.engine.set.ServiceOutcome;
import org.ecsdelivery.engine.set.ServiceOutcome.Back;
import org.ecsdelivery.engine.set.ServiceOutcome.Stage;

/** Words what became of one of several services. */
public final class ServiceVerdict {
    private ServiceVerdict() {}

    /** Returns the last word on the service, as far as it is known. */
    public static Verdict of(ServiceOutcome outcome) {
        Verdict alone = alone(outcome);
        String text =
                outcome.back().map(back -> alone.text() + " " + back.text()).orElse(alone.text());
        boolean undone =
                outcome.isSuccess() && outcome.back().filter(Back::done).isPresent();
        return new Verdict(undone ? "TAKEN_BACK" : alone.word(), alone.kind(), text, alone.result());
    }

    private static Verdict alone(ServiceOutcome outcome) {
        if (outcome.stage() == Stage.UNDER_WAY) {
            return Verdict.interrupted("The step was stopped before its end was seen.");
        }
        if (outcome.result().isPresent()) {
            return Verdict.of(outcome.settings(), outcome.result().get());
        }
        if (outcome.failure().isPresent()) {
            return Verdict.of(
                    outcome.failure().get().kind(),
                    String.valueOf(outcome.failure().get().getMessage()));
        }
        return new Verdict(
                "NOT_BEGUN",
                Optional.empty(),
                "Service " + outcome.settings().service() + " was not changed.",
                Optional.empty());
    }
}
