package org.ecsdelivery.common.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterReaderTest {
    private static final Parameter NAME =
            Parameter.text("name", "Name", "Enter a name.").whichIsRequired();
    private static final Parameter MINUTES = Parameter.number("minutes", "Minutes", "Enter minutes.", 30);
    private static final Parameter PULL = Parameter.flag("pull", "Pull", "Pulls.", true);

    @Test
    void readsTheTypedValue() {
        assertThat(reader(Map.of("minutes", " 12 ")).optional(MINUTES, Integer::valueOf))
                .contains(12);
    }

    @Test
    void takesABlankValueForNoneGiven() {
        ParameterReader reader = reader(Map.of("minutes", " \n "));

        assertThat(reader.optional(MINUTES, Integer::valueOf)).isEmpty();
        assertThat(reader.has(MINUTES)).isFalse();
        assertThat(reader.finish(() -> "settings")).isEqualTo(new Parsed.Valid<>("settings"));
    }

    @Test
    void collectsEveryProblemBeforeItAnswers() {
        ParameterReader reader = reader(Map.of("minutes", "soon", "pull", "yes"));
        reader.optional(NAME, text -> text);
        reader.optional(MINUTES, TextForms::minutes);
        reader.flag(PULL);
        reader.reject(NAME, "it contradicts Minutes", "Change one.");

        assertThat(reader.finish(() -> "never").invalidParameters())
                .extracting(InvalidParameter::sentence)
                .containsExactly(
                        "Name (name): nothing is given. Enter a name.",
                        "Minutes (minutes): 'soon' is not a number of minutes from 1 to 1440. Enter minutes.",
                        "Pull (pull): 'yes' is neither true nor false. Pulls.",
                        "Name (name): it contradicts Minutes. Change one.");
    }

    @Test
    void waitsForTheBuildWhenAValueHoldsAReference() {
        ParameterReader reader = new ParameterReader(Map.of("name", "%x%", "pull", "%y%"), References.UNRESOLVED);
        reader.optional(NAME, text -> text);
        reader.flag(PULL);

        assertThat(reader.has(NAME)).isTrue();
        assertThat(reader.finish(() -> "never")).isEqualTo(new Parsed.Deferred<>(List.of("name", "pull")));
    }

    @Test
    void reportsProblemsEvenWhileOtherValuesWaitForTheBuild() {
        ParameterReader reader = new ParameterReader(Map.of("name", "%x%", "minutes", "soon"), References.UNRESOLVED);
        reader.optional(NAME, text -> text);
        reader.optional(MINUTES, TextForms::minutes);

        assertThat(reader.finish(() -> "never")).isInstanceOf(Parsed.Invalid.class);
    }

    @Test
    void judgesADoubledPercentSignAtOnce() {
        ParameterReader reader = new ParameterReader(Map.of("minutes", "%%x%%"), References.UNRESOLVED);
        reader.optional(MINUTES, TextForms::minutes);

        assertThat(reader.finish(() -> "never").invalidParameters()).hasSize(1);
    }

    @Test
    void takesTheDefaultOfAFlagThatIsMissing() {
        assertThat(reader(Map.of()).flag(PULL)).isTrue();
        assertThat(reader(Map.of("pull", "false")).flag(PULL)).isFalse();
    }

    @Test
    void beginsTheSentenceBesideTheFieldWithACapital() {
        assertThat(new InvalidParameter(NAME, "nothing is given", "Enter a name.").besideField())
                .isEqualTo("Nothing is given. Enter a name.");
    }

    @Test
    void hasNoProblemsWhileValidOrDeferred() {
        assertThat(new Parsed.Valid<>("s").invalidParameters()).isEmpty();
        assertThat(new Parsed.Deferred<String>(List.of("a")).invalidParameters())
                .isEmpty();
    }

    private static ParameterReader reader(Map<String, String> given) {
        return new ParameterReader(given, References.RESOLVED);
    }
}
