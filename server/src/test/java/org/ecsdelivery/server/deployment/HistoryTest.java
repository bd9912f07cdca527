package org.ecsdelivery.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.ecsdelivery.server.deployment.DeploymentView.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir
    java.nio.file.Path directory;

    private final ServerWithBuilds world = new ServerWithBuilds();
    private final History history = new History();

    @Test
    void keepsWhatPeopleAskForLater() {
        history.add(world.over(1), "RUNNER_1", report("web", "SUCCEEDED"));

        assertThat(history.of(world.configuration)).singleElement().satisfies(past -> {
            assertThat(past.service()).isEqualTo("web");
            assertThat(past.cluster()).isEqualTo("prod");
            assertThat(past.revision()).isEqualTo(ReportsToTell.REVISION);
            assertThat(past.image()).endsWith("@sha256:0123456789abcdef");
            assertThat(past.who()).isEqualTo("Jane <b>");
            assertThat(past.result()).isEqualTo("SUCCEEDED");
            assertThat(past.seconds()).isEqualTo("12");
        });
    }

    @Test
    void keepsNoDryRun() {
        history.add(world.over(1), "RUNNER_1", report("web", "PLANNED"));

        assertThat(history.of(world.configuration)).isEmpty();
    }

    @Test
    void keepsTheNewestOnly() {
        LongStream.rangeClosed(1, History.MOST + 5L)
                .forEach(id -> history.add(world.over(id), "RUNNER_1", report("web", "SUCCEEDED")));

        List<PastDeployment> kept = history.of(world.configuration);
        assertThat(kept).hasSize(History.MOST);
        assertThat(kept.get(0).build()).isEqualTo(History.MOST + 5L);
        assertThat(kept.get(kept.size() - 1).build()).isEqualTo(6);
    }

    @Test
    void readsNothingThatItDidNotWrite() {
        world.configuration.getCustomDataStorage("ecs-delivery.deployments").putValue("x", "%zz a b");

        assertThat(history.of(world.configuration)).isEmpty();
    }

    @Test
    void showsPageAfterPage() {
        LongStream.rangeClosed(1, 60)
                .forEach(id -> history.add(world.over(id), "RUNNER_1", report("web", "SUCCEEDED")));

        assertThat(page(new HistoryQuery("", 1, List.of())).getRows()).hasSize(HistoryPage.ROWS);
        assertThat(page(new HistoryQuery("", 3, List.of())).getRows()).hasSize(10);
        assertThat(page(new HistoryQuery("", 99, List.of())).getPage()).isEqualTo(3);
    }

    @Test
    void showsOneServiceOnly() {
        history.add(world.over(1), "RUNNER_1", report("web", "SUCCEEDED"));
        history.add(world.over(1), "RUNNER_1", report("api", "FAILED"));

        assertThat(page(new HistoryQuery("api", 1, List.of())).getRows())
                .extracting(HistoryPage.Row::getService)
                .containsExactly("api");
        assertThat(page(new HistoryQuery("api", 1, List.of())).getServices()).containsExactly("api", "web");
    }

    @Test
    void comparesTwoTheOlderFirst() {
        history.add(world.over(1), "RUNNER_1", report("web", "FAILED"));
        history.add(world.over(2), "RUNNER_1", report("web", "SUCCEEDED"));

        HistoryPage page = page(new HistoryQuery("", 1, List.of("2/RUNNER_1/web", "1/RUNNER_1/web")));

        assertThat(page.isComparing()).isTrue();
        assertThat(page.getDifferences())
                .extracting(Change::getWhat, Change::getBefore, Change::getAfter)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Result", "failed", "succeeded"));
    }

    @Test
    void tellsWhatTheNewerOneChangedInItsRevision() {
        Journal journal = new Journal(directory);
        journal.keep(2, ReportsToTell.ended("web", "SUCCEEDED"));
        history.add(world.over(1), "RUNNER_1", report("web", "FAILED"));
        history.add(world.over(2), "RUNNER_1", report("web", "SUCCEEDED"));

        assertThat(page(new HistoryQuery("", 1, List.of("1/RUNNER_1/web", "2/RUNNER_1/web")))
                        .getChanges())
                .extracting(Change::getWhat, Change::getBefore, Change::getAfter)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CPU", "256", "512"));
    }

    @Test
    void comparesNothingThatIsNotThere() {
        history.add(world.over(1), "RUNNER_1", report("web", "FAILED"));

        assertThat(page(new HistoryQuery("", 1, List.of("1/RUNNER_1/web", "9/x/y")))
                        .isComparing())
                .isFalse();
    }

    private HistoryPage page(HistoryQuery query) {
        return HistoryPage.of(
                "Shop",
                query,
                history.of(world.configuration),
                new Comparisons(world.server, new BuildReports(new Journal(directory))));
    }

    private static Report report(String service, String result) {
        return Report.parse(ReportsToTell.ended(service, result).report()).orElseThrow();
    }
}
