package org.ecsdelivery.agent.envfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ecsdelivery.engine.envfile.EnvOrigin;
import org.ecsdelivery.engine.envfile.EnvVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueHashesTest {
    private static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @Test
    void areEqualForEqualValuesOnly() {
        assertThat(hash(KEY, "A", "one")).isEqualTo(hash(KEY, "A", "one")).isNotEqualTo(hash(KEY, "A", "two"));
    }

    @Test
    void doNotShowThatTwoNamesHaveOneValue() {
        assertThat(hash(KEY, "A", "one")).isNotEqualTo(hash(KEY, "B", "one"));
    }

    @Test
    void areOfNoUseWithoutTheKey() {
        assertThat(hash(KEY, "A", "one")).isNotEqualTo(hash(KEY.replace('f', 'e'), "A", "one"));
    }

    @Test
    void areHmacSha256OfNameAndValue() {
        assertThat(hash(KEY, "A", "one")).isEqualTo("4f6805572f0f15a1e8c22c3811fffe33b1d2bcab6b31915d59f7a73275e8fdda");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "no hexadecimal number at all, but long", "0011223344556677889"})
    void takeNoKeyThatIsNone(String key) {
        assertThat(ValueHashes.under(key)).isEmpty();
    }

    private static String hash(String key, String name, String value) {
        Map<String, String> all = ValueHashes.under(key)
                .orElseThrow()
                .of(List.of(new EnvVariable(name, value, EnvOrigin.value(), false)));
        return all.get(name);
    }
}
