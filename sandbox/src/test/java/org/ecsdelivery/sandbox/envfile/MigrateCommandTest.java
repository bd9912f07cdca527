package org.ecsdelivery.sandbox.envfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrateCommandTest {
    private static final String DEV = """
            # where the shop is
            HOST=dev.example.org
            PORT=8080 # the same everywhere
            GREETING="it's ${HOST}\\n100 %"
            DB_PASSWORD='hunter2 dev'
            DATABASE=postgres://shop:hunter2@db/shop
            DEBUG=50%
            """;
    private static final String PROD = """
            HOST=shop.example.org
            PORT=8080
            GREETING="it's ${HOST}\\n100 %"
            export DB_PASSWORD="hunter2
            prod"
            DATABASE=postgres://shop:hunter2@db.prod/shop
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private int run(String... more) throws IOException {
        Path dev = Files.writeString(directory.resolve(".env.dev"), DEV);
        Path prod = Files.writeString(directory.resolve(".env.prod"), PROD);
        return command(
                Stream.concat(Stream.of("migrate", "--env", "dev=" + dev, "--env", "prod=" + prod), Stream.of(more))
                        .toList());
    }

    private int command(List<String> arguments) {
        return new EnvFileCommand(
                        InputStream.nullInputStream(), out, new PrintStream(errors, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    @Test
    void proposes_a_template_with_what_is_the_same_everywhere() throws IOException {
        assertThat(run()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("""
                ==== .env.template
                # where the shop is
                HOST= # required
                PORT=8080
                GREETING="it's $${HOST}\\n100 %"
                DB_PASSWORD= # required, a secret
                DATABASE= # required, a secret

                """);
    }

    @Test
    void proposes_the_parameters_of_each_environment() throws IOException {
        assertThat(run()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("""
                # dev
                env-file.HOST=dev.example.org
                env-file.DB_PASSWORD  (password; its value stands in %1$s.dev)
                env-file.DATABASE  (password; its value stands in %1$s.dev)
                env-file.DEBUG=50%%%%

                # prod
                env-file.HOST=shop.example.org
                env-file.DB_PASSWORD  (password; its value stands in %1$s.prod)
                """.formatted(directory.resolve(".env")));
    }

    @Test
    void proposes_the_feature_in_java() throws IOException {
        assertThat(run("--dialect", "node")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("""
                        return EnvFile.at(".env")
                                .readBy(EnvFileDialect.NODE)
                                .template(".env.template")
                                .require("HOST", "DB_PASSWORD", "DATABASE");
                """);
    }

    @Test
    void shows_no_secret() throws IOException {
        assertThat(run()).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("hunter2");
    }

    @Test
    void the_proposed_template_gives_the_values_back() throws IOException {
        assertThat(run("--out", directory.resolve("new").toString())).isZero();
        Path values = Files.writeString(
                directory.resolve("values.json"), "{\"HOST\": \"h\", \"DB_PASSWORD\": \"p\", \"DATABASE\": \"d\"}");
        out.reset();

        assertThat(command(List.of(
                        "--dialect",
                        "json",
                        "--from",
                        values.toString(),
                        "--template",
                        directory.resolve("new/.env.template").toString())))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"PORT\": \"8080\"", "\"GREETING\": \"it's ${HOST}\\n100 %\"");
    }

    @Test
    void files_are_never_overwritten() throws IOException {
        Files.writeString(directory.resolve(".env.template"), "mine");

        assertThat(run("--out", directory.toString())).isEqualTo(1);
        assertThat(directory.resolve(".env.template")).hasContent("mine");
        assertThat(directory.resolve("EnvFiles.java")).doesNotExist();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(".env.template is there already");
    }

    @Test
    void docker_s_quotes_belong_to_the_value() throws IOException {
        Path file = Files.writeString(directory.resolve("e"), "A='x y' # z\n");

        assertThat(command(List.of("migrate", "--dialect", "docker", "--env", "prod=" + file)))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("A=\"'x y' # z\"\n");
    }

    @ParameterizedTest
    @CsvSource({
        "X, AKIAIOSFODNN7EXAMPLE, true",
        "X, 9f86d081884c7d659a2feaa0c55ad015, true",
        "X, tcp://user:pw@host, true",
        "X, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abc, true",
        "API_TOKEN, x, true",
        "X, production, false",
        "X, shop.example.org:8080, false",
        "X, tcp://host:80/path, false",
        "X, eu-central-1, false"
    })
    void secrets_are_told_by_name_and_value(String name, String value, boolean secret) {
        assertThat(SecretSigns.in(name, value)).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--env",
                "--env prod",
                "--env prod=/none/there",
                "--env a=x --env a=x",
                "--frm x",
                "--dialect none"
            })
    void wrong_arguments_end_with_1(String arguments) {
        List<String> all = Stream.concat(
                        Stream.of("migrate"), Stream.of(arguments.split(" ")).filter(each -> !each.isEmpty()))
                .toList();

        assertThat(command(all)).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("env-file: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=1\ns3cr3t\n", "A=1\nB=\"s3cr3t\n"})
    void a_line_that_cannot_be_read_is_named_without_its_text(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("e"), text);

        assertThat(command(List.of("migrate", "--env", "prod=" + file))).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains(", line 2: ")
                .doesNotContain("s3cr3t");
    }
}
