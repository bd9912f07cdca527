package org.ecsdelivery.engine.coverage.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportSearchTest {
    private static final Instant BUILD_START = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path directory;

    private final Cancellation cancellation = new Cancellation();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coverage/lcov.info",
                "coverage/Chrome Headless 120.0/lcov.info",
                "packages/web/coverage/coverage-final.json",
                "coverage/clover.xml",
                "lcov.info",
                "module/target/site/jacoco/jacoco.xml",
                "build/reports/jacoco/test/jacocoTestReport.xml",
                "TestResults/6f1a/coverage.cobertura.xml",
                "coverage.out",
                "coverage.xml"
            })
    void findsWhatTheUsualToolsWriteWithoutASetting(String path) throws IOException {
        Path file = written(path);

        assertThat(find().fresh()).containsExactly(file);
    }

    @Test
    void takesTheMostTellingOfSeveralFormatsOfOneRun() throws IOException {
        written("coverage/lcov.info");
        Path details = written("coverage/coverage-final.json");
        written("coverage/clover.xml");
        written("coverage/cobertura-coverage.xml");
        Path other = written("other/coverage/lcov.info");

        assertThat(find().fresh()).containsExactly(details, other);
    }

    @Test
    void takesEveryReportThatIsNamed() throws IOException {
        Path first = written("shards/1/lcov.info");
        Path second = written("shards/2/lcov.info");
        Path third = written("jacoco.xml");
        written("coverage/lcov.info");

        assertThat(find("jacoco.xml", "shards/**/lcov.info").fresh()).containsExactly(third, first, second);
    }

    @Test
    void takesAReportOnceThatTwoPatternsFind() throws IOException {
        Path file = written("a/lcov.info");

        assertThat(find("**/lcov.info", "a/*").fresh()).containsExactly(file);
    }

    @Test
    void looksIntoNoForeignDirectoryUnlessItIsNamed() throws IOException {
        Path file = written("node_modules/x/coverage/lcov.info");

        assertThat(find().fresh()).isEmpty();
        assertThat(find("node_modules/**/lcov.info").fresh()).containsExactly(file);
    }

    @Test
    void leavesOutWhatWasWrittenBeforeTheBuild() throws IOException {
        Path old = written("coverage/lcov.info", BUILD_START.minus(Duration.ofMinutes(1)));

        assertThat(find()).isEqualTo(new FoundReports(List.of(), List.of(old)));
    }

    @Test
    void takesWhatWasWrittenBeforeTheBuildWhereAsked() throws IOException {
        Path old = written("coverage/lcov.info", BUILD_START.minus(Duration.ofDays(1)));

        assertThat(search().find(List.of(), true).fresh()).containsExactly(old);
    }

    @Test
    void takesAFileWhoseTimeWasCutToTheSecond() throws IOException {
        Path file = written("coverage/lcov.info", BUILD_START.minusMillis(1500));

        assertThat(find().fresh()).containsExactly(file);
    }

    @Test
    void followsNoLinkThatGoesInACircle() throws IOException {
        Path file = written("coverage/lcov.info");
        Files.createSymbolicLink(directory.resolve("coverage/again"), directory);

        assertThat(find("**/lcov.info").fresh()).containsExactly(file);
    }

    @Test
    void endsWithTheBuild() {
        cancellation.cancel("the build was stopped");

        assertThatThrownBy(this::find).isInstanceOf(Cancelled.class);
    }

    @Test
    void saysThatThereIsNoDirectory() {
        assertThatThrownBy(() -> new ReportSearch(directory.resolve("gone"), BUILD_START, cancellation)
                        .find(List.of("*"), false))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("gone");
    }

    private FoundReports find(String... patterns) {
        return search().find(List.of(patterns), false);
    }

    private ReportSearch search() {
        return new ReportSearch(directory, BUILD_START, cancellation);
    }

    private Path written(String path) throws IOException {
        return written(path, BUILD_START.plusSeconds(10));
    }

    private Path written(String path, Instant at) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "content does not matter here");
        Files.setLastModifiedTime(file, FileTime.from(at));
        return file;
    }
}
