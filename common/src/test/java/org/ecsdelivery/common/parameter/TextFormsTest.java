package org.ecsdelivery.common.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormsTest {

    @Test
    void readsListsBetweenCommasBlanksAndLineEnds() {
        assertThat(TextForms.list(" a, b\r\nc\t,,d\n", text -> text)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void keepsTheOrderOfAListAndDropsDoubles() {
        assertThat(TextForms.list("b a b a c", text -> text)).containsExactly("b", "a", "c");
    }

    @Test
    void refusesAListOfSeparatorsAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForms.list(" , ,", text -> text))
                .withMessageContaining("has no entry");
    }

    @Test
    void readsAssignmentsInTheirOrderWithEverythingBehindTheFirstEqualsSign() {
        assertThat(TextForms.assignments("B=1\n\n A =x=y\r\nEMPTY=\nC= kept "))
                .containsExactly(entry("B", "1"), entry("A", "x=y"), entry("EMPTY", ""), entry("C", " kept "));
    }

    @Test
    void readsNoAssignmentsFromBlankLines() {
        assertThat(TextForms.assignments("\n  \n")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"hunter2", "=hunter2", "  =hunter2"})
    void namesTheLineThatIsNoAssignmentButNeverQuotesIt(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForms.assignments("A=1\n\n" + line))
                .withMessage("line 3 is not of the form NAME=VALUE");
    }

    @Test
    void namesTheAssignmentThatIsGivenTwiceButNotItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForms.assignments("TOKEN=one\nTOKEN=two"))
                .withMessage("'TOKEN' is given twice");
    }

    @Test
    void readsBackTheAssignmentsThatWereWritten() {
        Random random = new Random(99);
        for (int round = 0; round < 500; round++) {
            Map<String, String> written = new LinkedHashMap<>();
            for (int at = random.nextInt(6); at > 0; at--) {
                written.put("N" + random.nextInt(50), "=" + random.nextInt() + " %x% #");
            }
            StringBuilder text = new StringBuilder();
            written.forEach(
                    (name, value) -> text.append(name).append('=').append(value).append('\n'));

            assertThat(TextForms.assignments(text.toString())).containsExactlyEntriesOf(written);
        }
    }

    @Test
    void readsMinutesOfADayAtMost() {
        assertThat(TextForms.minutes("1")).isEqualTo(Duration.ofMinutes(1));
        assertThat(TextForms.minutes("1440")).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"0", "-1", "1441", "1.5", "ten", "", "99999999999", "30m"})
    void refusesOtherMinutes(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForms.minutes(text))
                .withMessage("'" + text + "' is not a number of minutes from 1 to 1440");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"http://127.0.0.1:4566", "https://ecs.example.com/path", "http://[::1]:80"})
    void readsAddresses(String text) {
        assertThat(TextForms.address(text)).isEqualTo(URI.create(text));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"127.0.0.1:4566", "ftp://host", "/path", "https://", "https:// x", "localhost"})
    void refusesOtherAddresses(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForms.address(text))
                .withMessage("'" + text + "' is not an http or https address");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"https://user:hunter2@host", "ftp://user:hunter2@host"})
    void refusesAnAddressWithAPasswordAndDoesNotQuoteIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForms.address(text))
                .withMessage("the address carries a user name or password");
    }

    @Test
    void readsConstantsInAnyCase() {
        assertThat(TextForms.constant(References.class, "resolved")).isEqualTo(References.RESOLVED);
    }

    @Test
    void listsTheConstantsWhenItRefusesOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextForms.constant(References.class, "half"))
                .withMessage("'half' is none of [UNRESOLVED, RESOLVED]");
    }
}
