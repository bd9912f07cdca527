package org.ecsdelivery.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.Test;

class CompanyTest {
    private final VirtualTime time = new VirtualTime();
    private final Company company = new Company(time);

    private void sees(int services) {
        for (int i = 0; i < services; i++) {
            company.saw("service " + i);
        }
    }

    @Test
    void keepsAServiceThatIsAloneWaitingForNobody() {
        sees(1);
        sees(1);
        assertThat(company.patience()).isZero();
    }

    @Test
    void waitsLongerTheMoreOthersMayAsk() {
        sees(3);
        assertThat(company.patience()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void waitsNoLongerThanASecond() {
        sees(500);
        assertThat(company.patience()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void forgetsServicesThatNobodyAsksAboutAnyMore() {
        sees(500);
        time.pause(Duration.ofSeconds(61));
        sees(1);
        assertThat(company.patience()).isZero();
    }
}
