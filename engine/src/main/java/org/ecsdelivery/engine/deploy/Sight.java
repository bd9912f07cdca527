package org.ecsdelivery.engine.deploy;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.AccessDenied;

/**
 * What the build may look at. A permission to look that is missing makes the step see less, which is said once; it never makes
 * a deployment fail.
 */
final class Sight {
    /** What can be looked at besides the service itself. */
    enum View {
        /** The tasks of the service. */
        TASKS(
                "The tasks cannot be seen: failed ones are not explained and old ones not followed, so the step finishes at the"
                        + " latest when ECS has completed the deployment and no target drains any more."),
        /** The targets of its tasks. */
        TARGETS("Draining cannot be seen, so it is inferred from the tasks' status."),
        /** ECS's record of the deployment. */
        RECORD("ECS's own record of the deployment cannot be read, so the reason may stay short:"),
        /** What the containers wrote. */
        LOGS("The log of the failed task cannot be shown:");

        private final String loss;

        View(String loss) {
            this.loss = loss;
        }
    }

    private final EngineListener listener;
    private final Set<View> hidden = EnumSet.noneOf(View.class);

    Sight(EngineListener listener) {
        this.listener = listener;
    }

    boolean hides(View view) {
        return hidden.contains(view);
    }

    /** Returns the answer, or what stands for it once the view is hidden. */
    <T> T of(View view, T without, Supplier<T> question) {
        if (hides(view)) {
            return without;
        }
        try {
            return question.get();
        } catch (AccessDenied denied) {
            listener.on(new EngineEvent.Warned(loss(view) + " " + denied.getMessage()));
            hidden.add(view);
            return without;
        }
    }

    private String loss(View view) {
        return view == View.TARGETS && hides(View.TASKS)
                ? "Draining cannot be seen either, so the step finishes when ECS has completed the deployment."
                : view.loss;
    }
}
