package org.ecsdelivery.engine.envfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTextTest {

    private static EnvVariable variable(String name, String value) {
        return new EnvVariable(name, value, EnvOrigin.parameter("env-file." + name), false);
    }

    private static String text(EnvFileDialect dialect, EnvVariable... variables) {
        return new String(EnvFileText.of(dialect, List.of(variables)), StandardCharsets.UTF_8);
    }

    private static EnvFileRefused refusal(EnvFileDialect dialect, EnvVariable... variables) {
        return catchThrowableOfType(EnvFileRefused.class, () -> EnvFileText.of(dialect, List.of(variables)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            docker        | V=it's "$5" #1
            ecs           | V=it's "$5" #1
            compose       | V="it's \\"\\$5\\" #1"
            dotenv        | V=`it's "$5" #1`
            node          | V=`it's "$5" #1`
            bash          | V='it'\\''s "$5" #1'
            systemd       | V="it's \\"$5\\" #1"
            python-dotenv | V="it's \\"$5\\" #1"
            properties    | V=it's "$5" #1
            """)
    void each_dialect_writes_quotes_its_own_way(String dialect, String line) {
        assertThat(text(EnvFileDialect.of(dialect), variable("V", "it's \"$5\" #1")))
                .isEqualTo(line + "\n");
    }

    @Test
    void json_is_one_object() {
        assertThat(text(EnvFileDialect.JSON, variable("A", "x\ny"), variable("B", "\"\\")))
                .isEqualTo("{\n  \"A\": \"x\\ny\",\n  \"B\": \"\\\"\\\\\"\n}\n");
    }

    @Test
    void json_without_variables_is_an_empty_object() {
        assertThat(text(EnvFileDialect.JSON)).isEqualTo("{\n}\n");
    }

    @ParameterizedTest
    @EnumSource(value = EnvFileDialect.class, mode = EnumSource.Mode.EXCLUDE, names = "JSON")
    void a_value_of_letters_digits_and_harmless_marks_stays_readable(EnvFileDialect dialect) {
        assertThat(text(dialect, variable("HOST", "db.example.org:5432/shop")))
                .isEqualTo("HOST=db.example.org:5432/shop\n");
    }

    @ParameterizedTest
    @EnumSource(EnvFileDialect.class)
    void no_dialect_takes_a_nul(EnvFileDialect dialect) {
        assertThat(refusal(dialect, variable("V", "a\0b")).problems().get(0).reason())
                .isEqualTo("the value has a NUL character");
    }

    @ParameterizedTest
    @EnumSource(EnvFileDialect.class)
    void no_dialect_takes_half_a_surrogate_pair(EnvFileDialect dialect) {
        assertThat(refusal(dialect, variable("V", "a\ud83db")).problems().get(0).reason())
                .isEqualTo("the value is not valid Unicode: half a surrogate pair");
    }

    @ParameterizedTest
    @EnumSource(EnvFileDialect.class)
    void a_name_that_is_there_twice_is_refused(EnvFileDialect dialect) {
        assertThat(refusal(dialect, variable("V", "a"), variable("V", "b"))
                        .problems()
                        .get(0)
                        .line())
                .isEqualTo("V: it is there twice (leave one of them out)");
    }

    @Test
    void every_variable_that_cannot_be_written_is_named_at_once() {
        EnvFileRefused refused = refusal(
                EnvFileDialect.DOCKER,
                variable("CERT", "a\nb"),
                variable("FINE", "x"),
                variable("BIG", "x".repeat(70_000)));

        assertThat(refused.problems()).extracting(EnvProblem::name).containsExactly("CERT", "BIG");
        assertThat(refused.kind()).isEqualTo(FailureKind.ENV_FILE_INEXPRESSIBLE);
        assertThat(refused)
                .hasMessageStartingWith(
                        "2 variables cannot be written into an env file that docker reads: CERT: the value has a line"
                                + " break, and docker reads one line per variable (encode it")
                .hasMessageContaining("; BIG: its line has 70004 bytes, and docker reads lines of at most 65535");
    }

    @ParameterizedTest
    @EnumSource(EnvFileDialect.class)
    void no_message_tells_a_value(EnvFileDialect dialect) {
        EnvFileRefused refused =
                refusal(dialect, variable("A", "s3cr3t\0"), variable("B", "s3cr3t\ud83d"), variable("", "s3cr3t"));

        assertThat(refused.toString()).doesNotContain("s3cr3t");
        assertThat(refused.problems()).hasSize(3);
        assertThat(refused.problems().toString()).doesNotContain("s3cr3t");
    }

    @Test
    void a_variable_does_not_show_its_value() {
        assertThat(variable("A", "s3cr3t")).hasToString("A (parameter env-file.A)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "c-d"})
    void shells_and_systemd_take_identifiers_only(String name) {
        assertThat(refusal(EnvFileDialect.BASH, variable(name, "x")).problems()).hasSize(1);
        assertThat(refusal(EnvFileDialect.SYSTEMD, variable(name, "x")).problems())
                .hasSize(1);
        assertThat(text(EnvFileDialect.DOCKER, variable(name, "x"))).isEqualTo(name + "=x\n");
    }

    @Test
    void what_the_shell_sets_itself_is_refused() {
        assertThat(refusal(EnvFileDialect.BASH, variable("UID", "0"))
                        .problems()
                        .get(0)
                        .reason())
                .isEqualTo("the shell sets a variable of that name itself");
    }

    @Test
    void a_name_in_a_message_stays_on_its_line() {
        assertThat(refusal(EnvFileDialect.DOCKER, variable("A\n##teamcity[x]", "x"))
                        .getMessage())
                .contains("A?##teamcity[x]: ")
                .doesNotContain("\n");
    }

    @Test
    void properties_and_json_take_any_name() {
        assertThat(text(EnvFileDialect.PROPERTIES, variable("a b=:ž", "x"))).isEqualTo("a\\ b\\=\\:\\u017e=x\n");
        assertThat(text(EnvFileDialect.JSON, variable("a b=:ž", "x"))).isEqualTo("{\n  \"a b=:ž\": \"x\"\n}\n");
    }

    @Test
    void a_docker_line_of_65535_bytes_is_the_longest() {
        assertThat(text(EnvFileDialect.DOCKER, variable("V", "x".repeat(65_533))))
                .hasSize(65_536);
        assertThat(refusal(EnvFileDialect.DOCKER, variable("V", "x".repeat(65_534)))
                        .problems())
                .hasSize(1);
    }

    @Test
    void a_docker_line_is_counted_in_bytes() {
        assertThat(refusal(EnvFileDialect.ECS, variable("V", "ž".repeat(33_000)))
                        .problems())
                .hasSize(1);
    }

    @Test
    void the_carriage_return_that_docker_takes_off_is_written_twice() {
        assertThat(text(EnvFileDialect.DOCKER, variable("V", "x\r"))).isEqualTo("V=x\r\r\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = EnvFileDialect.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DOCKER", "ECS"})
    void a_value_of_one_mebibyte_is_written(EnvFileDialect dialect) {
        assertThat(text(dialect, variable("V", "a\\$'".repeat(1 << 18)))).hasSizeGreaterThan(1 << 20);
    }

    @ParameterizedTest
    @EnumSource(EnvFileDialect.class)
    void ten_thousand_variables_are_written_in_order(EnvFileDialect dialect) {
        List<EnvVariable> many = IntStream.range(0, 10_000)
                .mapToObj(n -> variable("V" + n, "x y" + n))
                .toList();

        String text = new String(EnvFileText.of(dialect, many), StandardCharsets.UTF_8);

        assertThat(text.indexOf("V9999")).isGreaterThan(text.indexOf("V9998"));
        assertThat(text.lines().filter(line -> line.contains("x y")).count()).isEqualTo(10_000);
    }

    @Test
    void the_written_form_of_a_value_is_told_for_masking() {
        assertThat(EnvFileText.written(EnvFileDialect.BASH, variable("V", "it's")))
                .contains("'it'\\''s'");
        assertThat(EnvFileText.written(EnvFileDialect.DOCKER, variable("V", "a\nb")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_value_that_ends_in_a_backslash_does_not_swallow_the_next_line() {
        assertThat(text(EnvFileDialect.DOTENV, variable("V", "#\\"))).isEqualTo("V='#\\' # '.\n");
        assertThat(text(EnvFileDialect.PYTHON_DOTENV, variable("V", "a b\\"))).isEqualTo("V=\"a b${:-\\\\}\"\n");
    }

    @Test
    void a_template_gives_order_and_comments() {
        EnvTemplate template = EnvTemplate.parse(".env.template", """
                # the shop

                B=1 # note
                A=
                """.getBytes(StandardCharsets.UTF_8));

        byte[] file = EnvFileText.of(
                EnvFileDialect.BASH, List.of(variable("A", "a"), variable("C", "c"), variable("B", "b")), template);

        assertThat(file).asString(StandardCharsets.UTF_8).isEqualTo("# the shop\n\n# note\nB=b\nA=a\nC=c\n");
    }

    @Test
    void json_leaves_comments_out() {
        EnvTemplate template = EnvTemplate.parse("t", "# one\nB=1\n# two\nA=2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(EnvFileText.of(EnvFileDialect.JSON, List.of(variable("A", "a"), variable("B", "b")), template))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\n  \"B\": \"b\",\n  \"A\": \"a\"\n}\n");
    }

    @Test
    void a_comment_cannot_go_on_in_the_next_line_of_a_unit_s_file() {
        EnvTemplate template = EnvTemplate.parse("t", "# in C:\\\nA=1\n".getBytes(StandardCharsets.UTF_8));

        assertThat(EnvFileText.of(EnvFileDialect.SYSTEMD, List.of(variable("A", "1")), template))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("# in C:\\ \nA=1\n");
    }

    @Test
    void node_does_not_take_a_last_comment_for_a_variable() {
        EnvTemplate template = EnvTemplate.parse("t", "A=1\n# B=2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(EnvFileText.of(EnvFileDialect.NODE, List.of(variable("A", "1")), template))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("A=1\n# B=2\n#\n");
    }

    @Test
    void node_says_what_it_has_no_escape_for() {
        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> text(EnvFileDialect.NODE, variable("V", "'\"`#"), variable("W", "\r")))
                .withMessageContaining("V: the value has each kind of quotes")
                .withMessageContaining("W: the value has a carriage return, and node drops those");
    }
}
