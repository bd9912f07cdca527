package org.ecsdelivery.dist.rules.broken.engine;

import java.time.Instant;

public final class CountsByItself {
    Instant deadline() {
        return Instant.now().plusSeconds(600);
    }
}
