package org.ecsdelivery.server.deployment;

import java.time.Instant;
import java.time.InstantSource;

/** The time on the server; whoever needs it is given it. */
public final class ServerClock implements InstantSource {
    @Override
    public Instant instant() {
        return InstantSource.system().instant();
    }
}
