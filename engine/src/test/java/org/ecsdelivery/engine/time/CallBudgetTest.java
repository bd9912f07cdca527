package org.ecsdelivery.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallBudgetTest {
    private final VirtualTime time = new VirtualTime();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void keepsEveryMinuteToSixtyCallsWhateverAUsualLookCosts(int calls) {
        CallBudget budget = new CallBudget(time, 8);
        List<Instant> made = new ArrayList<>();
        while (time.elapsed().compareTo(Duration.ofMinutes(5)) < 0) {
            for (int i = 0; i < calls; i++) {
                made.add(time.instant());
            }
            time.pause(budget.spend(calls));
        }

        assertThat(made)
                .allSatisfy(from -> assertThat(made)
                        .filteredOn(each -> !each.isBefore(from) && each.isBefore(from.plusSeconds(60)))
                        .hasSizeLessThanOrEqualTo(60));
    }

    @Test
    void letsALookComeEverySecondAfterAQuietTime() {
        CallBudget budget = new CallBudget(time, 8);
        time.pause(Duration.ofSeconds(30));

        for (int look = 0; look < 4; look++) {
            Duration wait = budget.spend(2);
            assertThat(wait).isEqualTo(Duration.ofSeconds(1));
            time.pause(wait);
        }
    }

    @Test
    void savesNoMoreThanALittle() {
        CallBudget budget = new CallBudget(time, 0);
        time.pause(Duration.ofHours(1));

        budget.spend(12);

        assertThat(budget.spend(2)).isGreaterThan(Duration.ofSeconds(2));
    }
}
