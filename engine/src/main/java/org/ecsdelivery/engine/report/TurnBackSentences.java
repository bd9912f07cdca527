package org.ecsdelivery.engine.report;

import java.util.List;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.DeployEvent.TurnedBack;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;

/** What is said when a step that ends early has its deployment taken back. */
final class TurnBackSentences {
    private TurnBackSentences() {}

    static List<Passage> of(TurnedBack turned) {
        String deployment = "the deployment of " + RevisionState.shortId(turned.taskDefinition());
        return switch (turned.step()) {
            case ASKED -> List.of(new Line(Level.WARNING, "Asking ECS to roll back " + deployment + "."));
            case TAKEN -> List.of(new Line(Level.NORMAL, "ECS took the request."));
            case NEEDLESS ->
                List.of(new Line(Level.NORMAL, "Nothing to roll back for " + deployment + ": " + turned.why() + "."));
            case REFUSED ->
                List.of(new Line(
                        Level.WARNING,
                        "Rolling back " + deployment + " did not work, so it goes on in ECS. " + turned.why()));
        };
    }
}
