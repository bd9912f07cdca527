package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.utils.SdkAutoCloseable;

class OnDemandTest {
    private final List<String> log = new ArrayList<>();
    private final OnDemand<SdkAutoCloseable> client = new OnDemand<>(() -> {
        log.add("opened");
        return () -> log.add("closed");
    });

    @Test
    void opensNothingThatNobodyAsksFor() {
        client.close();

        assertThat(log).isEmpty();
    }

    @Test
    void opensOnceAndClosesWhatItOpened() {
        assertThat(client.get()).isSameAs(client.get());
        client.close();

        assertThat(log).containsExactly("opened", "closed");
    }

    @Test
    void opensNothingOnceItIsClosed() {
        client.close();

        assertThatIllegalStateException().isThrownBy(client::get);
        assertThat(log).isEmpty();
    }
}
