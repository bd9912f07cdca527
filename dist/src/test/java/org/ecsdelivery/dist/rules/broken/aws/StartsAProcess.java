package org.ecsdelivery.dist.rules.broken.aws;

import java.io.IOException;

public final class StartsAProcess {
    Process start() throws IOException {
        return new ProcessBuilder("aws").start();
    }
}
