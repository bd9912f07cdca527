package org.ecsdelivery.dist.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.AgentParameter;
import org.ecsdelivery.dsl.Project;
import org.ecsdelivery.dsl.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page about the agent image and its examples show and name is there. */
class AgentImagePageTest {
    private static final String PAGE = "docs/agent-image.md";
    private static final String EXAMPLES = "docs/transcoding.md";
    private static final Pattern CLASS = Pattern.compile("(?m)^class (\\w+)");

    @TempDir
    Path directory;

    static Stream<String> examples() {
        return Stream.of(PAGE, EXAMPLES).flatMap(page -> Readme.page(page).blocks("java").stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsJavaThatMakesAProject(String source) throws Exception {
        Matcher name = CLASS.matcher(source);
        assertThat(name.find()).isTrue();
        assertThat(Readme.compiles(name.group(1), source, directory)).isTrue();
        URL[] compiled = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(compiled, getClass().getClassLoader())) {
            Method project = loader.loadClass(name.group(1)).getDeclaredMethod("project");
            project.setAccessible(true);

            assertThat(Settings.of((Project) project.invoke(null)).tree().files())
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void namesWhatTheAgentHalfShows() {
        assertThat(List.of(
                        AgentParameter.FFMPEG,
                        AgentParameter.NODE,
                        AgentParameter.AWS,
                        AgentParameter.BUILDX,
                        AgentParameter.AGENT_IMAGE))
                .allSatisfy(name -> assertThat(Readme.page(PAGE).text()).contains("| `" + name + "` |"));
    }

    @Test
    void buildsOnTheBaseThatThePinsName() {
        String pins = Readme.read(Readme.PROJECT.resolve("agent-image/versions.env"));

        assertThat(pins.lines().filter(line -> line.startsWith("BASE_IMAGE=")))
                .singleElement()
                .satisfies(pin -> {
                    assertThat(Readme.read(Readme.PROJECT.resolve("agent-image/Dockerfile"))
                                    .lines())
                            .contains("ARG " + pin);
                    assertThat(Readme.page(PAGE).text()).contains("--base " + pin.substring(pin.indexOf('=') + 1));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stand-in-base",
                "update",
                "figures",
                "build/fetch",
                "build/packages",
                "build/assemble",
                "test/fetch-test",
                "test/update-test",
                "root/usr/local/bin/self-check",
                "root/services/10-ecs-delivery.sh"
            })
    void hasScriptsThatCanBeExecuted(String script) {
        assertThat(Readme.PROJECT.resolve("agent-image").resolve(script)).isExecutable();
    }

    static List<String> links() {
        return Stream.of(PAGE, EXAMPLES)
                .flatMap(page -> Pattern.compile("\\]\\(([^)#:]+)\\)")
                        .matcher(Readme.page(page).text())
                        .results())
                .map(link -> link.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("links")
    void linksToPagesThatAreThere(String link) {
        assertThat(Readme.PROJECT.resolve("docs").resolve(link)).exists();
    }
}
