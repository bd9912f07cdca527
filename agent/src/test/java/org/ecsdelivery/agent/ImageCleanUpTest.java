package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import jetbrains.buildServer.agent.BuildProcess;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.InMemoryImageEngine;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.scan.Findings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is on the agent's Docker Engine after runs of one image step, however they end. */
@Timeout(30)
class ImageCleanUpTest {
    @TempDir
    Path directory;

    private BuildOnTest build;
    private InMemoryImageEngine engine;

    @BeforeEach
    void prepare() throws IOException {
        build = new BuildOnTest(directory);
        engine = (InMemoryImageEngine) build.outside.docker();
        build.parameters.put("image.repository", "team/shop");
        build.parameters.put("image.standardLabels", "false");
    }

    private BuildFinishedStatus run(String tags, String content) throws Exception {
        Files.write(build.file("Dockerfile"), List.of("FROM scratch", "LABEL content=" + content));
        build.parameters.put("image.tags", tags);
        BuildProcess process = build.imageRunner().createBuildProcess(build.build, build.context);
        process.start();
        return process.waitFor();
    }

    private List<String> names() {
        return engine.names().stream()
                .map(name -> name.tag().orElseThrow().value())
                .sorted()
                .toList();
    }

    @Test
    void keepsTheNewestWithItsNamesUnlessToldOtherwise() throws Exception {
        run("1 latest", "one");
        run("2 latest", "two");

        assertThat(names()).containsExactly("2", "latest");
        assertThat(engine.images()).hasSize(1);
        assertThat(build.log.lines())
                .contains("message(Removed from the Docker Engine, since Clean-up (image.cleanUp) is KEEP_NEWEST: "
                        + BuildOnTest.HOST + "/team/shop:1., NORMAL)");
    }

    @Test
    void keepsOnlyTheNewestNamesOfAnImageThatIsMadeAgain() throws Exception {
        run("1", "one");
        run("2", "one");

        assertThat(names()).containsExactly("2");
        assertThat(engine.images()).hasSize(1);
    }

    @Test
    void keepsTheNamesOfAnImageThatIsMadeAgainAndGetsNone() throws Exception {
        run("1", "one");
        // the registry has it already, so that nothing is pushed
        run("1", "one");

        assertThat(names()).containsExactly("1");
        run("2", "two");
        assertThat(names()).containsExactly("2");
    }

    @Test
    void keepsEverythingWhereItIsToldTo() throws Exception {
        build.parameters.put("image.cleanUp", "KEEP");
        run("1", "one");
        run("2", "two");

        assertThat(names()).containsExactly("1", "2");
    }

    @Test
    void neverTakesAwayWhatWasToBeKept() throws Exception {
        build.parameters.put("image.cleanUp", "KEEP");
        run("1", "one");
        build.parameters.put("image.cleanUp", "KEEP_NEWEST");
        run("2", "two");
        run("3", "three");

        assertThat(names()).containsExactly("1", "3");
    }

    @Test
    void removesTheImageAndThoseOfEarlierRunsWhereItIsToldTo() throws Exception {
        run("1", "one");
        build.parameters.put("image.cleanUp", "REMOVE");
        run("2", "two");

        assertThat(engine.images()).isEmpty();
        assertThat(build.log.lines())
                .contains("message(Removed from the Docker Engine, since Clean-up (image.cleanUp) is REMOVE: "
                        + BuildOnTest.HOST + "/team/shop:1; " + BuildOnTest.HOST + "/team/shop:2., NORMAL)");
    }

    @Test
    void leavesTheImagesOfOtherStepsAndOtherEnginesAlone() throws Exception {
        run("1", "one");
        when(build.context.getId()).thenReturn("RUNNER_2");
        run("2", "two");

        assertThat(names()).containsExactly("1", "2");
    }

    @Test
    void keepsTheEarlierImageAsACacheWhenNoneIsMade() throws Exception {
        run("1", "one");
        assertThat(run("2", "two\nCOPY missing /")).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(names()).containsExactly("1");
    }

    @Test
    void keepsTheNewestAlsoWhenItsPushFails() throws Exception {
        run("1", "one");
        build.registry.freezing(ImageReference.parse(BuildOnTest.HOST + "/team/shop"));

        assertThat(run("1", "two")).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(names()).isEmpty();
        assertThat(engine.images()).hasSize(1);
        run("3", "three");
        assertThat(engine.images()).hasSize(1);
        assertThat(names()).containsExactly("3");
    }

    @Test
    void keepsTheNewestAlsoWhenItsScanDoesNotPass() throws Exception {
        run("1", "one");
        build.parameters.put("image.scan", "GATE");
        build.outside.scans.finding(Findings.CRITICAL);

        assertThat(run("2", "two")).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);

        assertThat(names()).containsExactly("2");
        assertThat(engine.images()).hasSize(1);
    }

    @Test
    void triesAgainInTheNextRunWhatAContainerUses() throws Exception {
        run("1", "one");
        engine.use(new BuiltImage(Files.readString(onlyFile()).split(" ")[0], 0));
        run("2", "two");
        assertThat(names()).containsExactly("1", "2");
        assertThat(build.log.lines())
                .contains(
                        "message(A container or another image uses " + BuildOnTest.HOST
                                + "/team/shop:1: it stays on the Docker Engine until the next run of this step, which looks again., NORMAL)");

        engine.release();
        run("3", "three");

        assertThat(names()).containsExactly("3");
    }

    @Test
    void takesAwayWhatARunLeftWhoseAgentWasKilled() throws Exception {
        run("1", "one");
        // as it is between the build and the first name
        String killed = Files.readString(onlyFile()).split(" ")[0];
        Files.writeString(onlyFile(), killed);
        engine.names().forEach(engine::untag);

        run("2", "two");

        assertThat(engine.images()).hasSize(1);
        assertThat(names()).containsExactly("2");
    }

    @Test
    void readsNothingFromAFileThatIsNoneOfItsOwn() throws Exception {
        run("1", "one");
        Files.writeString(onlyFile(), "../../etc/passwd\nsha256:\u0000 ::::\n\n");

        assertThat(run("2", "two")).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(names()).containsExactly("1", "2");
    }

    @Test
    void saysWhenItCannotRememberItsImages() throws Exception {
        Files.writeString(directory.resolve("system"), "a file in the way");

        assertThat(run("1", "one")).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);

        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("The images of this step could not be written down")
                        && line.endsWith("WARNING)"));
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("system/ecs-delivery-images"))) {
            List<Path> files = all.toList();
            assertThat(files).hasSize(1);
            return files.get(0);
        }
    }
}
