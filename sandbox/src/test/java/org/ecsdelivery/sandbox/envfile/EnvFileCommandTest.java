package org.ecsdelivery.sandbox.envfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecsdelivery.common.settings.EnvFileDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private int run(String... arguments) {
        return new EnvFileCommand(
                        new ByteArrayInputStream("{\"A\": \"in\"}".getBytes(StandardCharsets.UTF_8)),
                        out,
                        new PrintStream(errors, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private int runOn(String dialect, String json) throws IOException {
        return run("--dialect", dialect, "--from", file("values.json", json));
    }

    @Test
    void prints_the_file_and_nothing_else() throws IOException {
        assertThat(runOn("bash", "{\"A\": \"it's\", \"B\": 1.50, \"C\": true, \"D\": 1e400}"))
                .isZero();
        assertThat(out).hasToString("A='it'\\''s'\nB=1.50\nC=true\nD=1e400\n");
        assertThat(errors.size()).isZero();
    }

    @Test
    void reads_standard_input() {
        assertThat(run("--from", "-", "--dialect", "docker")).isZero();
        assertThat(out).hasToString("A=in\n");
    }

    @Test
    void names_what_the_dialect_cannot_express_and_prints_no_file() throws IOException {
        assertThat(runOn("docker", "{\"CERT\": \"s3cr3t\\nb\", \"OK\": \"x\", \"PEM\": \"s3cr3t\\n\"}"))
                .isEqualTo(2);
        assertThat(out.size()).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("CERT: the value has a line break"))
                .anyMatch(line -> line.startsWith("PEM: "))
                .noneMatch(line -> line.contains("s3cr3t"));
    }

    @Test
    void half_a_surrogate_pair_cannot_be_expressed() throws IOException {
        assertThat(runOn("json", "{\"A\": \"\\ud83d\"}")).isEqualTo(2);
    }

    @Test
    void lists_the_dialects() {
        assertThat(run("--dialects")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(EnvFileDialect.words());
    }

    @Test
    void explains_itself_on_standard_output() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Exit code: 0 the file is on standard output; 1");
    }

    @Test
    void follows_a_template() throws IOException {
        String template = file(".env.template", "# shop\nURL=tcp://${A}:${PORT:-80}\nA=\n");

        assertThat(run("--dialect", "dotenv", "--from", "-", "--template", template))
                .isZero();
        assertThat(out).hasToString("# shop\nURL=tcp://in:80\nA=in\n");
    }

    @Test
    void a_template_alone_gives_its_defaults() throws IOException {
        assertThat(run("--dialect", "docker", "--template", file("t", "A=1\n"))).isZero();
        assertThat(out).hasToString("A=1\n");
    }

    @Test
    void a_required_name_without_value_is_named() throws IOException {
        assertThat(run("--dialect", "docker", "--template", file("t", "A=${B:?the shop's address}\n")))
                .isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("B: the shop's address (line 1 of ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"A": null}            | A is null, not a string, number or boolean
            {"A": {"B": "s3cr3t"}} | A is an object, not a string, number or boolean
            {"A": ["s3cr3t"]}      | A is an array, not a string, number or boolean
            {"A": "s3cr3t", "A": 2}| A is there twice
            ["s3cr3t"]             | it is not one JSON object of names and values
            {"A": "x"} "s3cr3t"    | there is more behind the object
            {"A": s3cr3t}          | is not JSON: line 1, column
            {"A": "s3cr3t          | is not JSON: line 1, column
            ~~                     | it is not one JSON object of names and values
            """)
    void values_that_are_not_in_order_are_refused_without_a_value(String json, String problem) throws IOException {
        assertThat(runOn("docker", json)).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(problem).doesNotContain("s3cr3t");
    }

    @Test
    void text_that_is_not_utf_8_is_refused() throws IOException {
        Path file =
                Files.write(directory.resolve("v"), new byte[] {'{', '"', 'A', '"', ':', '"', (byte) 0xff, '"', '}'});

        assertThat(run("--dialect", "docker", "--from", file.toString())).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("is not UTF-8 text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--dialect docker",
                "--dialect",
                "--dialect none --from -",
                "--from -",
                "--frm x",
                "--from - --from -",
                "--dialects x",
                "--dialect docker --from /none/there.json",
                "--dialect docker --from /"
            })
    void wrong_arguments_end_with_1(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("env-file: ");
    }
}
