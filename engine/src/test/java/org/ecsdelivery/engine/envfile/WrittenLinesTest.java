package org.ecsdelivery.engine.envfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pins what each dialect writes. That the consumers read it back is proven by .ci/env-consumers and the sandbox's tests. */
class WrittenLinesTest {

    @ParameterizedTest
    @EnumSource(EnvFileDialect.class)
    void every_known_value_is_written_as_the_consumer_was_seen_to_read_it(EnvFileDialect dialect) throws IOException {
        String lines = EnvValues.known().entrySet().stream()
                .map(each -> line(dialect, each))
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(lines).isEqualTo(pinned(dialect));
    }

    private static String line(EnvFileDialect dialect, Map.Entry<String, String> value) {
        EnvVariable variable = new EnvVariable(value.getKey(), value.getValue(), EnvOrigin.value(), false);
        try {
            return visible(new String(EnvFileText.of(dialect, List.of(variable)), StandardCharsets.UTF_8));
        } catch (EnvFileRefused refused) {
            return refused.problems().get(0).line();
        }
    }

    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.substring(0, text.length() - 1).chars().forEach(c -> {
            if (c >= ' ' && c <= '~') {
                shown.append((char) c);
            } else {
                shown.append(String.format(Locale.ROOT, "<%04x>", c));
            }
        });
        return shown.toString();
    }

    private static String pinned(EnvFileDialect dialect) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                WrittenLinesTest.class.getResourceAsStream("written/" + dialect.word() + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
