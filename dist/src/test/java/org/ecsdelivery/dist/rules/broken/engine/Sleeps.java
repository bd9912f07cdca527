package org.ecsdelivery.dist.rules.broken.engine;

public final class Sleeps {
    void pause() throws InterruptedException {
        Thread.sleep(1000);
    }
}
