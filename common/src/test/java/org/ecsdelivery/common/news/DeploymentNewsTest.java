package org.ecsdelivery.common.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentNewsTest {
    private static final String KEY = "k1";
    private static final DeploymentNews NEWS = new DeploymentNews("RUNNER_1", "web", "{\"service\":\"wéb\"}");

    @Test
    void arrivesAsItWasTold() {
        assertThat(DeploymentNews.read(NEWS.sealed(KEY), KEY)).contains(NEWS);
    }

    @Test
    void isRefusedWhenItWasSealedWithAnotherKey() {
        assertThat(DeploymentNews.read(NEWS.sealed("another"), KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"step", "service", "report", "seal"})
    void isRefusedWhenAnyPartOfItWasChanged(String part) {
        Map<String, String> changed = new HashMap<>(NEWS.sealed(KEY));
        changed.put(
                part, new DeploymentNews("RUNNER_2", "api", "{}").sealed("x").get(part));

        assertThat(DeploymentNews.read(changed, KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"step", "service", "report", "seal"})
    void isRefusedWhenAnyPartOfItIsMissing(String part) {
        Map<String, String> less = new HashMap<>(NEWS.sealed(KEY));
        less.remove(part);

        assertThat(DeploymentNews.read(less, KEY)).isEmpty();
    }

    @Test
    void cannotMoveACharacterFromOnePartToTheNext() {
        assertThat(Seal.of(KEY, "ab", "c")).isNotEqualTo(Seal.of(KEY, "a", "bc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../web", "web/../..", "", "a b", "<script>"})
    void namesNoServiceThatEcsCouldNotHave(String name) {
        assertThat(DeploymentNews.read(new DeploymentNews("RUNNER_1", name, "{}").sealed(KEY), KEY))
                .isEmpty();
    }

    @Test
    void isRefusedWhenItUnpacksToMoreThanIsEverTold() {
        String tooLong = "x".repeat(DeploymentNews.LONGEST_REPORT + 1);

        assertThat(DeploymentNews.read(new DeploymentNews("RUNNER_1", "web", tooLong).sealed(KEY), KEY))
                .isEmpty();
    }

    @Test
    void hasNothingThatAServiceMessageMustEscape() {
        assertThat(NEWS.sealed(KEY).values()).allMatch(value -> value.matches("[\\w+/=-]+"));
    }
}
