package org.ecsdelivery.engine.envfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvTemplateTest {

    private static EnvTemplate template(String text) {
        return EnvTemplate.parse(".env.template", text.getBytes(StandardCharsets.UTF_8));
    }

    private static EnvMerge filled(String text, EnvVariable... given) {
        return EnvMerge.of(List.of(given), Optional.of(template(text)), List.of());
    }

    private static String value(String text, EnvVariable... given) {
        return filled(text, given).variables().stream()
                .filter(each -> each.name().equals("V"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static EnvVariable given(String name, String value) {
        return new EnvVariable(name, value, EnvOrigin.value(), false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            V=plain|plain
              V = spaced  |spaced
            export V=word|word
            V='literal ${HOST} #'|literal ${HOST} #
            V="quoted \\"x\\" \\\\ #"|quoted "x" \\ #
            V=C:\\new|C:\\new
            V=a#b|a#b
            V=a #b|a
            V=${HOST}:80|db:80
            V="${HOST}"|db
            V=${NONE:-fallback}|fallback
            V=${EMPTY:-fallback}|fallback
            V=${NONE:-a #b}|a #b
            V=${HOST:?say}|db
            V=$${HOST}|${HOST}
            V=$HOST $5|$HOST $5
            V=${EMPTY}|~~
            V=|~~
            V='x' # note|x
            """)
    void reads_defaults_as_they_are_written_in_the_wild(String line, String value) {
        assertThat(value(line, given("HOST", "db"), given("EMPTY", ""))).isEqualTo(value);
    }

    @Test
    void escapes_of_double_quotes_give_line_ends() {
        assertThat(value("V=\"a\\nb\\tc\\r\\$\"")).isEqualTo("a\nb\tc\r$");
    }

    @Test
    void another_source_counts_before_the_default() {
        assertThat(value("V=default", given("V", "given"))).isEqualTo("given");
    }

    @Test
    void an_empty_value_of_another_source_counts_too() {
        assertThat(value("V=default", given("V", ""))).isEmpty();
    }

    @Test
    void defaults_of_the_template_fill_placeholders_wherever_they_stand() {
        assertThat(value("V=tcp://${HOST}\nHOST=${NAME:-db}.local\nNAME=shop")).isEqualTo("tcp://shop.local");
    }

    @Test
    void a_name_may_fall_back_on_itself() {
        assertThat(value("V=${V:-x}")).isEqualTo("x");
    }

    @Test
    void what_a_secret_fills_is_a_secret() {
        EnvVariable password =
                new EnvVariable("PW", "s3cr3t", EnvOrigin.ssm("/pw", "arn:aws:ssm:::parameter/pw"), true);

        EnvMerge merge = filled("V=u:${PW}@h", password);

        assertThat(merge.variables().get(0))
                .isEqualTo(new EnvVariable("V", "u:s3cr3t@h", EnvOrigin.template(".env.template"), true));
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        Throwable refused = catchThrowable(() -> EnvMerge.of(
                List.of(given("BLANK", "")),
                Optional.of(template("A=${A:?the address of the shop}\nB= # required\nC=x${D}y\n")),
                List.of("E", "BLANK", "A")));

        assertThat(refused)
                .isInstanceOf(EnvFileRefused.class)
                .hasMessage("5 variables that the env file must have are missing:"
                        + " A: the address of the shop (line 1 of .env.template);"
                        + " B: required (line 2 of .env.template);"
                        + " D: no source has it (line 3 of .env.template);"
                        + " E: no source has it; BLANK: it is empty in value in the settings."
                        + " Add a build parameter, or another source, for each.");
    }

    @Test
    void defaults_that_need_each_other_are_missing() {
        assertThatExceptionOfType(EnvFileRefused.class).isThrownBy(() -> filled("A=${B}\nB=${A}"));
    }

    @Test
    void placeholders_cannot_blow_a_file_up() {
        String lines = IntStream.range(0, 40)
                .mapToObj(n -> "A" + n + "=" + ("${A" + (n + 1) + "}").repeat(4))
                .collect(Collectors.joining("\n", "", "\nA40=0123456789"));

        assertThatExceptionOfType(EnvFileRefused.class)
                .isThrownBy(() -> filled(lines))
                .withMessageContaining("placeholders make it longer than 8 MiB");
    }

    @Test
    void every_line_that_cannot_be_read_is_named_without_its_text() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> template("A=1\ns3cr3t\nB='s3cr3t\nC=${s3cr3t!}\nD=\"x\" s3cr3t\nA=2\nE=${s3cr3t\n"))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(FailureKind.ENV_TEMPLATE_UNREADABLE))
                .withMessageStartingWith(
                        "Template .env.template cannot be read: line 2: neither NAME=default nor a comment; line 3:")
                .withMessageContaining("; line 4: ${ must begin one of ")
                .withMessageContaining("; line 5: there is more behind the closing quote")
                .withMessageContaining("; line 6: A is already in line 1")
                .withMessageContaining("; line 7: ")
                .withMessageNotContaining("s3cr3t");
    }

    @Test
    void text_that_is_not_utf_8_is_refused() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> EnvTemplate.parse("t", new byte[] {'A', '=', (byte) 0xe9, '\n'}))
                .withMessageContaining("Template t cannot be read: it is not UTF-8 text");
    }

    @Test
    void a_byte_order_mark_and_line_ends_of_windows_do_not_matter() {
        assertThat(filled("\ufeffA=1\r\nV=2\r\n").variables())
                .extracting(EnvVariable::toString, EnvVariable::value)
                .containsExactly(tuple("A (template .env.template)", "1"), tuple("V (template .env.template)", "2"));
    }

    @Test
    void an_empty_template_has_no_names() {
        assertThat(template("").names()).isEmpty();
    }

    @Test
    void the_last_source_counts_and_the_others_are_told() {
        EnvVariable first = new EnvVariable("A", "1", EnvOrigin.parameter("env-file.A"), false);
        EnvVariable second = new EnvVariable("A", "2", EnvOrigin.secret("shop/prod", "A", "arn:...:A::"), true);

        EnvMerge merge = EnvMerge.of(List.of(first, given("B", "b"), second), Optional.empty(), List.of("A"));

        assertThat(merge.variables()).containsExactly(second, given("B", "b"));
        assertThat(merge.shadowed())
                .containsExactly(
                        new EnvMerge.Shadowed("A", first.origin(), EnvOrigin.secret("shop/prod", "A", "arn:...:A::")));
    }

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, true",
        "PW, true",
        "db.password, true",
        "API_KEY, true",
        "GITHUB_TOKEN, true",
        "AWS_SECRET_ACCESS_KEY, true",
        "CLIENT_SECRET, true",
        "CREDENTIALS, true",
        "SMTP_PASS, true",
        "MONKEY, false",
        "DB_HOST, false",
        "PUBLIC_KEY, false",
        "AWS_ACCESS_KEY_ID, false",
        "COMPASS, false",
        "TOKEN_URL, false",
        "KEYBOARD, false"
    })
    void names_tell_secrets(String name, boolean secret) {
        assertThat(SecretNames.looksSecret(name)).isEqualTo(secret);
    }
}
