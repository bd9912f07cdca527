package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.stream.Stream;
import jetbrains.buildServer.serverSide.IOGuard;
import org.ecsdelivery.common.news.DeploymentNews;
import org.ecsdelivery.server.deployment.JournalNote.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void keepsWhatAStepToldLast() {
        Journal journal = new Journal(directory);
        journal.keep(1, ReportsToTell.underWay("web", "WAIT"));
        journal.keep(1, ReportsToTell.ended("web", "SUCCEEDED"));

        assertThat(journal.of(1)).singleElement().satisfies(entry -> {
            assertThat(entry.step()).isEqualTo("RUNNER_1");
            assertThat(entry.report().text("result")).isEqualTo("SUCCEEDED");
        });
    }

    @Test
    void keepsDeploymentsOfOneServiceByTwoStepsApart() {
        Journal journal = new Journal(directory);
        journal.keep(1, ReportsToTell.ended("web", "FAILED"));
        journal.keep(
                1,
                new DeploymentNews(
                        "RUNNER_2",
                        "web",
                        ReportsToTell.ended("web", "SUCCEEDED").report()));

        assertThat(journal.of(1)).extracting(JournalEntry::step).containsExactlyInAnyOrder("RUNNER_1", "RUNNER_2");
    }

    @Test
    void writesAndForgetsThroughTheGuardOfASecondaryNode() {
        Journal journal = new Journal(directory);
        assertThat(writesOf(() -> journal.keyOf(1))).isEqualTo(1);
        assertThat(writesOf(() -> journal.keep(1, ReportsToTell.underWay("web", "WAIT"))))
                .isEqualTo(1);
        JournalEntry kept = journal.of(1).get(0);
        assertThat(writesOf(() -> journal.note(kept, new JournalNote(NOON, Kind.ANSWERED, "yes"))))
                .isEqualTo(1);
        assertThat(writesOf(() -> journal.forget(1))).isEqualTo(1);
        assertThat(journal.builds()).isEmpty();
    }

    private static int writesOf(Runnable work) {
        int before = IOGuard.writes();
        work.run();
        return IOGuard.writes() - before;
    }

    @Test
    void givesTheStepsOfABuildAKeyThatNoOtherBuildHas() {
        Journal journal = new Journal(directory);

        assertThat(journal.keyOf(1)).isNotEqualTo(journal.keyOf(2)).hasSize(64);
    }

    @Test
    void givesTheSameKeyAfterARestart() {
        assertThat(new Journal(directory).keyOf(1)).isEqualTo(new Journal(directory).keyOf(1));
    }

    @Test
    void readsNotesInTheOrderTheyWereMadeAndNoneThatWasCutOff() throws Exception {
        Journal journal = new Journal(directory);
        journal.keep(1, ReportsToTell.underWay("web", "WAIT"));
        JournalEntry entry = journal.of(1).get(0);
        journal.note(entry, new JournalNote(NOON, Kind.TAKEN_OVER, "one\ntwo\tthree"));
        journal.note(entry, new JournalNote(NOON, Kind.SEEN, "four"));
        Path notes;
        try (Stream<Path> files = Files.list(directory.resolve("1"))) {
            notes = files.filter(each -> each.toString().endsWith(".notes"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(notes, "2026-01-02T12:0", StandardOpenOption.APPEND);

        assertThat(journal.of(1).get(0).notes())
                .containsExactly(
                        new JournalNote(NOON, Kind.TAKEN_OVER, "one two three"),
                        new JournalNote(NOON, Kind.SEEN, "four"));
    }

    @Test
    void knowsNothingOfABuildThatToldNothing() {
        assertThat(new Journal(directory).of(7)).isEmpty();
        assertThat(new Journal(directory).builds()).isEmpty();
    }

    @Test
    void takesNothingForADeploymentThatIsNone() {
        Journal journal = new Journal(directory);
        journal.keep(1, new DeploymentNews("RUNNER_1", "web", "[1, 2"));
        journal.keep(1, new DeploymentNews("RUNNER_2", "web", "{\"service\":5}"));

        assertThat(journal.of(1)).isEmpty();
    }

    @Test
    void keepsTheDirectoryFreeOfHalfWrittenFiles() throws Exception {
        Journal journal = new Journal(directory);
        journal.keyOf(1);
        journal.keep(1, ReportsToTell.underWay("web", "WAIT"));

        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(each -> each.toString().endsWith(".tmp"))).isEmpty();
        }
    }
}
