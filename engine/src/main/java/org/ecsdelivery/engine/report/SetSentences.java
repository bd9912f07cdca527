package org.ecsdelivery.engine.report;

import java.util.List;
import java.util.stream.Collectors;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.event.SetEvent;
import org.ecsdelivery.engine.event.SetEvent.AllSuitable;
import org.ecsdelivery.engine.event.SetEvent.NotBegun;
import org.ecsdelivery.engine.event.SetEvent.TakenBack;
import org.ecsdelivery.engine.event.SetEvent.TakingBack;
import org.ecsdelivery.engine.event.SetEvent.TurnCame;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;

/** What a step says of its services together. */
final class SetSentences {
    private SetSentences() {}

    static List<Passage> of(SetEvent event) {
        if (event instanceof AllSuitable all) {
            return normal("All " + all.services() + " services can be deployed to. Nothing was changed so far.");
        }
        if (event instanceof TurnCame turn) {
            return normal("Service " + turn.service() + ", " + turn.number() + " of " + turn.of());
        }
        if (event instanceof NotBegun not) {
            return warning(names(not.services()) + (not.services().size() == 1 ? " is" : " are") + " not begun, since "
                    + names(not.failed()) + " could not be deployed.");
        }
        if (event instanceof TakingBack back) {
            return warning("Taking the service back to " + RevisionState.shortId(back.to())
                    + ", which it ran before this step, since another service could not be deployed.");
        }
        TakenBack back = (TakenBack) event;
        return back.done() ? normal(back.text()) : warning(back.text());
    }

    private static String names(List<ServiceName> services) {
        return services.stream().map(ServiceName::value).collect(Collectors.joining(", "));
    }

    private static List<Passage> normal(String text) {
        return List.of(new Line(Level.NORMAL, text));
    }

    private static List<Passage> warning(String text) {
        return List.of(new Line(Level.WARNING, text));
    }
}
