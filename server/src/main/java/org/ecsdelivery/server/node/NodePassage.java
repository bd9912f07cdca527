package org.ecsdelivery.server.node;

import java.io.IOException;
import org.ecsdelivery.aws.call.Passage;

/** The way of requests to AWS through the guard of the node. */
public final class NodePassage implements Passage {
    @Override
    public void through(Attempt attempt) throws IOException {
        NodeGuard.NETWORK.within(() -> {
            attempt.make();
            return attempt;
        });
    }
}
