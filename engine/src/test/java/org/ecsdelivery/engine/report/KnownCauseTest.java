package org.ecsdelivery.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row against the texts of the file beside this test that has the row's name. */
class KnownCauseTest {

    static Stream<Arguments> texts() {
        return KnownCause.ALL.stream()
                .flatMap(row -> recorded(row.name()).stream().map(text -> Arguments.of(row.name(), text)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isFoundByTheTextsRecordedForIt(String name, String text) {
        assertThat(KnownCause.of(text)).get().extracting(KnownCause::name).isEqualTo(name);
    }

    static List<String> others() {
        return recorded("none");
    }

    @ParameterizedTest
    @MethodSource("others")
    void isNotFoundByOtherTexts(String text) {
        assertThat(KnownCause.of(text)).isEmpty();
    }

    @Test
    void hasANameOfItsOwnAndFullSentences() {
        assertThat(KnownCause.ALL).extracting(KnownCause::name).doesNotHaveDuplicates();
        assertThat(KnownCause.ALL).allSatisfy(row -> {
            assertThat(recorded(row.name())).as(row.name()).isNotEmpty();
            assertThat(row.cause()).matches("(?s)[A-Z].*\\.");
            assertThat(row.remedy()).matches("(?s)[A-Z].*[.?]");
        });
    }

    private static List<String> recorded(String name) {
        try (InputStream texts = KnownCauseTest.class.getResourceAsStream("causes/" + name + ".txt")) {
            return texts == null
                    ? List.of()
                    : new String(texts.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("The texts recorded for " + name + " cannot be read", cause);
        }
    }
}
