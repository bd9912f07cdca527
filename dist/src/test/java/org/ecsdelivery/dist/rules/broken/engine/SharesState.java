package org.ecsdelivery.dist.rules.broken.engine;

public final class SharesState {
    private static int builds;

    int next() {
        return ++builds;
    }
}
