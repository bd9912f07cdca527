package org.ecsdelivery.dist.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walk-through of the example that begins with an empty account. */
class LudlowPageTest {
    private static final Readme PAGE = Readme.page("docs/ludlow.md");
    private static final Path EXAMPLE = Readme.PROJECT.resolve("examples/ludlow");

    @TempDir
    Path directory;

    @Test
    void showsCommandsThatRun() throws Exception {
        List<String> commands = PAGE.all("(?s)<!-- run -->\\n```sh\\n.*?```");
        String script = String.join("\n", commands).replaceAll("<!-- run -->\\n```sh|```", "");

        String told = run(script);

        assertThat(commands).hasSize(2);
        assertThat(told).contains("ok: a stall costs by its length", "ProdDesiredCount=3", "1 changed");
        assertThat(directory.resolve("ludlow/.teamcity/Ludlow/buildTypes/Ludlow_Pipeline.xml"))
                .content()
                .contains("ProdDesiredCount=3");
    }

    @Test
    void quotesTheClassWordForWord() throws Exception {
        String source = Files.readString(EXAMPLE.resolve("ci/LudlowSettings.java"));

        assertThat(PAGE.blocks("java"))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(source).contains(block));
    }

    @Test
    void namesBuildConfigurationsAndFilesThatAreThere() {
        assertThat(Pattern.compile("`(Ludlow_[A-Za-z]+)`")
                        .matcher(PAGE.text())
                        .results()
                        .map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(
                        id -> assertThat(EXAMPLE.resolve(".teamcity/Ludlow/buildTypes/" + id.replace("`", "") + ".xml"))
                                .exists());
        assertThat(List.of("ci/LudlowSettings.java", "run-tests", "Dockerfile", ".env.template", ".teamcity", "src"))
                .allSatisfy(file -> {
                    assertThat(PAGE.text()).contains("`" + file);
                    assertThat(EXAMPLE.resolve(file)).exists();
                });
    }

    @Test
    void linksToPagesThatAreThere() {
        assertThat(PAGE.all("\\]\\([^)#:]+\\)"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(Readme.PROJECT.resolve("docs").resolve(link.replaceAll("^..|.$", "")))
                        .exists());
    }

    private String run(String script) throws Exception {
        Path file = Files.writeString(directory.resolve("commands.sh"), "set -eu\n" + script);
        ProcessBuilder command = new ProcessBuilder("sh", file.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        command.environment().put("ECS_DELIVERY", Readme.PROJECT.toString());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().merge("PATH", System.getProperty("java.home") + "/bin:", (old, java) -> java + old);
        Process process = command.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(told).isZero();
        return told;
    }
}
