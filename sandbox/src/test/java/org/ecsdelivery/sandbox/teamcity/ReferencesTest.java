package org.ecsdelivery.sandbox.teamcity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private final References references = new References(Map.of(
            "name", "world", "greeting", "hello %name%", "env.PATH", "/bin", "loop", "%pool%", "pool", "%loop%"));

    @Test
    void resolvesReferencesInsideValues() {
        assertThat(references.resolve("%greeting%!").getResult()).isEqualTo("hello world!");
    }

    @Test
    void knowsPrefixes() {
        assertThat(references.resolve("%env.PATH%").getResult()).isEqualTo("/bin");
    }

    @Test
    void leavesAPercentSignThatBeginsNoReference() {
        assertThat(references.resolve("50% of 7% done").getResult()).isEqualTo("50% of 7% done");
    }

    @Test
    void turnsTwoPercentSignsIntoOne() {
        assertThat(references.resolve("%%name%%").getResult()).isEqualTo("%name%");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(references.missing("%a.b% and %name%")).containsExactly("a.b");
        assertThat(references.resolve("%a.b%").isFullyResolved()).isFalse();
    }

    @Test
    void doesNotFollowALoopForEver() {
        assertThat(references.missing("%loop%")).containsExactly("loop");
    }
}
