package org.ecsdelivery.common.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommittedEnvFileNewsTest {
    @Test
    void arrivesAsItWasTold() {
        CommittedEnvFileNews told = new CommittedEnvFileNews(List.of(".env", "deploy/prod.env", "ünïcode, comma/.env"));

        assertThat(CommittedEnvFileNews.read(told.attributes())).contains(told);
    }

    @Test
    void tellsThatThereIsNone() {
        CommittedEnvFileNews none = new CommittedEnvFileNews(List.of());

        assertThat(CommittedEnvFileNews.read(none.attributes())).contains(none);
    }

    @Test
    void isNotReadFromOtherMessages() {
        assertThat(CommittedEnvFileNews.read(Map.of("file", ".env"))).isEmpty();
    }

    @Test
    void leavesOutWhatNoPageCouldShow() {
        assertThat(new CommittedEnvFileNews(List.of("a\tb", "x".repeat(301), ".env")).files())
                .containsExactly(".env");
    }

    @Test
    void holdsSoManyAtMost() {
        assertThat(new CommittedEnvFileNews(Collections.nCopies(1000, ".env")).files())
                .hasSize(CommittedEnvFileNews.MOST);
    }
}
