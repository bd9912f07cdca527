package org.ecsdelivery.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.aws.deploy.FaultedStep.Trouble;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every call of the deploy step meets every fault in every phase that makes it, over the wire and on virtual time. */
class FaultMatrixWireTest {
    private static final String ELB = "elasticloadbalancing:";
    /** Steps that wait for answers that do not come leave the machine to others. */
    private static final int AT_A_TIME = 10;
    /** How often a call is made that hangs: on a busy machine a good answer may take longer than the patience, once. */
    private static final int ATTEMPTS_THAT_HANG = 3;
    /** How often a call is made otherwise. */
    private static final int ATTEMPTS = 4;

    /** A call in a phase; with tasks that fail, where it is made for those only. */
    private record Row(Phase phase, String action, boolean tasksFail) {
        String head() {
            return "| " + phase + (tasksFail ? ", tasks fail" : "") + " | `" + action + "` |";
        }
    }

    private static final List<Row> ROWS = Stream.of(
                    rows(
                            Phase.PREFLIGHT,
                            false,
                            "ecs:DescribeServices",
                            "ecs:DescribeTaskDefinition",
                            "ecr:GetAuthorizationToken",
                            "ecr:DescribeImages",
                            "logs:DescribeLogGroups",
                            "cloudwatch:DescribeAlarms",
                            "application-autoscaling:DescribeScalableTargets",
                            "ecs:ListTasks",
                            "ecs:DescribeTasks",
                            ELB + "DescribeTargetGroupAttributes",
                            ELB + "DescribeTargetGroups"),
                    rows(
                            Phase.UPDATE,
                            false,
                            "ecs:DescribeTaskDefinition",
                            "ecs:RegisterTaskDefinition",
                            "ecs:UpdateService"),
                    rows(
                            Phase.ROLLOUT,
                            false,
                            "ecs:DescribeServices",
                            "ecs:ListTasks",
                            "ecs:DescribeTasks",
                            "ecs:DescribeContainerInstances",
                            ELB + "DescribeTargetHealth"),
                    rows(Phase.DRAIN, false, "ecs:DescribeTasks", ELB + "DescribeTargetHealth"),
                    rows(
                            Phase.ROLLOUT,
                            true,
                            "ecs:DescribeServices",
                            "ecs:ListTasks",
                            "ecs:DescribeTasks",
                            "ecs:ListServiceDeployments",
                            "ecs:DescribeServiceDeployments",
                            "ecs:DescribeServiceRevisions",
                            "logs:GetLogEvents"),
                    rows(Phase.ROLLBACK, true, "ecs:DescribeServices"))
            .flatMap(each -> each)
            .toList();

    private static Stream<Row> rows(Phase phase, boolean tasksFail, String... actions) {
        return Arrays.stream(actions).map(action -> new Row(phase, action, tasksFail));
    }

    /** These steps mostly wait for answers that do not come: they do so while the table is made. */
    private static final ExecutorService MEANWHILE = Executors.newFixedThreadPool(4);

    private static Map<Trouble, CompletableFuture<String>> healthy = Map.of();
    private static Map<Trouble, CompletableFuture<String>> failing = Map.of();

    @BeforeAll
    static void begin() {
        healthy = passing(false, MEANWHILE);
        failing = passing(true, MEANWHILE);
    }

    @AfterAll
    static void end() {
        MEANWHILE.shutdownNow();
    }

    @Test
    void endsAsThePageSaysWhateverGoesWrongForGood() throws Exception {
        String seen = table();
        Path file = Files.writeString(Files.createDirectories(Path.of("target")).resolve("faults.md"), seen);

        assertThat(seen).doesNotContain("NOT SAID").doesNotContain("DEFECT").doesNotContain(" AS ");
        assertThat(Files.readString(Path.of("../docs/reliability.md")))
                .as("docs/reliability.md tells another table than was seen; judge aws/" + file + ", then take it over")
                .contains(seen);
    }

    @Test
    void ridesOutWhatGoesWrongForAWhile() {
        assertThat(healthy)
                .allSatisfy((trouble, seen) -> assertThat(seen.join()).matches("succeeds(, 1 warned)?"));
        assertThat(failing)
                .allSatisfy((trouble, seen) -> assertThat(seen.join()).startsWith("rolled back"));
    }

    private static Map<Trouble, CompletableFuture<String>> passing(boolean tasksFail, ExecutorService threads) {
        return Arrays.stream(Trouble.values())
                .filter(Trouble::passes)
                .collect(Collectors.toMap(
                        trouble -> trouble,
                        trouble -> CompletableFuture.supplyAsync(
                                () -> FaultedStep.seen(
                                        trouble,
                                        tasksFail,
                                        attempts(trouble),
                                        step -> passing(step, tasksFail, trouble)),
                                threads)));
    }

    private static int attempts(Trouble trouble) {
        return trouble == Trouble.HANGS ? ATTEMPTS_THAT_HANG : ATTEMPTS;
    }

    /** Before the update each call fails once, which calls made again bridge; after it for so long that a whole look fails. */
    private static void passing(StepOnLocalAws step, boolean tasksFail, Trouble trouble) {
        Consumer<EngineEvent> strike = event -> ROWS.stream()
                .filter(row -> event.equals(new EngineEvent.PhaseStarted(row.phase())))
                .filter(row -> tasksFail || !row.tasksFail())
                // the SDK makes no second attempt after XML that it cannot read
                .filter(row -> trouble != Trouble.BROKEN_ANSWER || !row.action().startsWith(ELB))
                .forEach(row -> FaultedStep.strike(
                        step,
                        row.action(),
                        row.phase().compareTo(Phase.UPDATE) > 0 ? attempts(trouble) + 1 : 1,
                        trouble));
        step.within(Duration.ofMinutes(15)).listen(strike::accept);
    }

    private static String table() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<List<CompletableFuture<String>>> cells = ROWS.stream()
                    .map(row -> Arrays.stream(Trouble.values())
                            .map(trouble -> CompletableFuture.supplyAsync(
                                    () -> FaultedStep.lasting(row.phase(), row.action(), row.tasksFail(), trouble),
                                    threads))
                            .toList())
                    .toList();
            StringBuilder table = new StringBuilder("| phase | call | "
                    + Arrays.stream(Trouble.values()).map(each -> each.label).collect(Collectors.joining(" | "))
                    + " |\n|---|---|" + "---|".repeat(Trouble.values().length) + "\n");
            for (int row = 0; row < ROWS.size(); row++) {
                table.append(ROWS.get(row).head())
                        .append(cells.get(row).stream()
                                .map(CompletableFuture::join)
                                .collect(Collectors.joining(" | ", " ", " |\n")));
            }
            return table.toString();
        } finally {
            threads.shutdownNow();
        }
    }
}
