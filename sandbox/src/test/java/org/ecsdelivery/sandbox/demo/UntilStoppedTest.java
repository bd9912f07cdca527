package org.ecsdelivery.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UntilStoppedTest {

    @Test
    void theProcessEndsAfterEverythingIsPutAway() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        UntilStopped until = new UntilStopped();
        Thread serving = new Thread(() -> {
            try (until) {
                until.await();
                told.add("put away");
            }
        });
        serving.start();
        until.stop();
        told.add("ended");
        assertThat(told.poll(1, TimeUnit.SECONDS)).isEqualTo("put away");
        assertThat(told.poll(1, TimeUnit.SECONDS)).isEqualTo("ended");
        serving.join();
    }
}
