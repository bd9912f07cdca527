package org.ecsdelivery.dist.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.junit.jupiter.api.Test;

/** The page of all statistics is written from the table that the steps use. */
class StatisticsPageTest {
    @Test
    void tellsEveryStatisticOfTheTable() throws Exception {
        Path written =
                Files.writeString(Files.createDirectories(Path.of("target")).resolve("statistics.md"), page());

        assertThat(Readme.PROJECT.resolve("docs/statistics.md"))
                .as("docs/statistics.md tells other statistics than the table; take over dist/target/statistics.md")
                .hasSameTextualContentAs(written);
    }

    private static String page() {
        return """
                # Statistics

                The steps report these figures to TeamCity. Build configuration settings, **Statistics**, draw charts of them; build failure
                conditions (**Failure Conditions, on metric change**) can compare them with an earlier build. Each is reported only when
                it is known: a deployment that was rolled back has no time to DEPLOYED. [deployment-json.md](deployment-json.md) has the requests
                to AWS by action.

                | key | unit | what it says |
                |---|---|---|
                """
                + Stream.of(BuildStatistic.values())
                        .map(each -> "| `%s` | %s | %s |%n".formatted(each.key(), each.unit(), each.meaning()))
                        .collect(Collectors.joining());
    }
}
