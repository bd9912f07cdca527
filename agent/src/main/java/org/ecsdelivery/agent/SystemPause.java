package org.ecsdelivery.agent;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.ecsdelivery.engine.time.Pause;

/** Lets real time pass. */
final class SystemPause implements Pause {
    @Override
    public void pause(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
