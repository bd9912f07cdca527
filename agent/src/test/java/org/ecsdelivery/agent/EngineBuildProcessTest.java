package org.ecsdelivery.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import jetbrains.buildServer.BuildProblemData;
import jetbrains.buildServer.agent.BuildFinishedStatus;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.time.Cancellation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EngineBuildProcessTest {
    @TempDir
    Path directory;

    private BuildOnTest build;

    @BeforeEach
    void prepare() {
        build = new BuildOnTest(directory);
    }

    @Test
    void succeedsWhenTheWorkHasNoProblem() throws Exception {
        assertThat(run(cancellation -> Optional.empty())).isEqualTo(BuildFinishedStatus.FINISHED_SUCCESS);
    }

    @Test
    void reportsAFailureAsOneProblemWithAStableIdentity() throws Exception {
        BuildFinishedStatus status = run(cancellation -> {
            throw new EngineException(FailureKind.PUSH_REFUSED, "The registry did not take it", "denied", "Allow it.");
        });

        assertThat(status).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);
        assertThat(build.log.problems())
                .singleElement()
                .extracting(BuildProblemData::getIdentity, BuildProblemData::getType, BuildProblemData::getDescription)
                .containsExactly(
                        "ecsDeliveryPushRefused", "ecsDelivery", "The registry did not take it: denied. Allow it.");
    }

    @Test
    void cutsAProblemToWhatTeamCityKeeps() throws Exception {
        run(cancellation -> Optional.of(new StepWork.Problem(FailureKind.BUILD_FAILED, "x".repeat(5000))));

        assertThat(build.log.problems().get(0).getDescription()).hasSize(4000);
    }

    @Test
    void reportsADefectWithItsStackTrace() throws Exception {
        BuildFinishedStatus status = run(cancellation -> {
            throw new IllegalStateException("no such rung");
        });

        assertThat(status).isEqualTo(BuildFinishedStatus.FINISHED_WITH_PROBLEMS);
        assertThat(build.log.problems().get(0).getIdentity()).isEqualTo("ecsDeliveryInternalError");
        assertThat(build.log.calls()).contains("exception(java.lang.IllegalStateException: no such rung)");
    }

    @Test
    void reportsAMissingClassInsteadOfDying() throws Exception {
        run(cancellation -> {
            throw new NoClassDefFoundError("org/example/Gone");
        });

        assertThat(build.log.problems().get(0).getDescription()).contains("org/example/Gone");
    }

    @Test
    void isInterruptedWithoutAProblemAndSaysWhatGoesOn() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        EngineBuildProcess process = process(cancellation -> {
            working.countDown();
            awaitInterrupt();
            cancellation.throwIfCancelled();
            return Optional.empty();
        });
        process.start();
        working.await();

        process.interrupt();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(process.isInterrupted()).isTrue();
        assertThat(build.log.problems()).isEmpty();
        assertThat(build.log.lines()).last().asString().contains("the build was stopped", "goes on in ECS", "WARNING");
    }

    @Test
    void letsGoOfACallThatHangsWithinFiveSeconds() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        EngineBuildProcess process = process(cancellation -> {
            working.countDown();
            awaitUninterruptibly(never);
            return Optional.empty();
        });
        process.start();
        working.await();
        Instant begin = Instant.now();

        process.interrupt();
        BuildFinishedStatus status = process.waitFor();

        assertThat(status).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(build.log.lines()).last().asString().contains("left alone", "goes on in ECS");
        never.countDown();
    }

    @Test
    void writesNothingMoreOnceTheStepIsOver() throws Exception {
        StepLog log = build.stepLog();
        EngineBuildProcess process = new EngineBuildProcess("step", work(cancellation -> Optional.empty()), log);
        process.start();
        process.waitFor();
        int before = build.log.calls().size();

        log.line("too late");

        assertThat(build.log.calls()).hasSize(before);
    }

    @Test
    void doesNothingWhenItWasInterruptedBeforeItStarted() throws Exception {
        AtomicReference<String> worked = new AtomicReference<>("no");
        EngineBuildProcess process = process(cancellation -> {
            worked.set("yes");
            return Optional.empty();
        });
        process.interrupt();

        process.start();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(worked).hasValue("no");
    }

    @Test
    void worksOnANamedDaemonThreadWithThePluginsClassLoader() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        AtomicReference<ClassLoader> loader = new AtomicReference<>();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader teamCity = new URLClassLoader(new URL[0])) {
            Thread.currentThread().setContextClassLoader(teamCity);
            run(cancellation -> {
                thread.set(Thread.currentThread());
                loader.set(Thread.currentThread().getContextClassLoader());
                return Optional.empty();
            });
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(teamCity);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }

        assertThat(loader).hasValue(EngineBuildProcess.class.getClassLoader());
        assertThat(thread.get().getName()).isEqualTo("step");
        assertThat(thread.get().isDaemon()).isTrue();
    }

    @Test
    void goesOnAfterOneStopWhenTheWorkHadBetter() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        EngineBuildProcess process = worthwhile(Duration.ofMinutes(4), cancellation -> {
            working.countDown();
            awaitUninterruptibly(stopped);
            cancellation.throwIfCancelled();
            return Optional.of(new StepWork.Problem(FailureKind.ROLLED_BACK, "ECS went back"));
        });
        process.start();
        working.await();

        process.interrupt();
        stopped.countDown();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(process.isInterrupted()).isTrue();
        assertThat(build.log.problems())
                .extracting(BuildProblemData::getDescription)
                .containsExactly("ECS went back");
        assertThat(build.log.lines())
                .anyMatch(line -> line.contains("It is worth it: the step goes on for up to 4 minutes"));
    }

    @Test
    void endsAtTheSecondStopWhateverTheWork() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        EngineBuildProcess process = worthwhile(Duration.ofMinutes(4), cancellation -> {
            working.countDown();
            awaitInterrupt();
            cancellation.throwIfCancelled();
            return Optional.empty();
        });
        process.start();
        working.await();

        process.interrupt();
        process.interrupt();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(build.log.lines()).last().asString().contains("goes on in ECS", "WARNING");
    }

    @Test
    void endsBeforeTeamCityLosesPatience() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        EngineBuildProcess process = worthwhile(Duration.ofMillis(100), cancellation -> {
            working.countDown();
            awaitInterrupt();
            cancellation.throwIfCancelled();
            return Optional.empty();
        });
        process.start();
        working.await();

        process.interrupt();

        assertThat(process.waitFor()).isEqualTo(BuildFinishedStatus.INTERRUPTED);
        assertThat(build.log.lines()).last().asString().contains("goes on in ECS", "WARNING");
    }

    private BuildFinishedStatus run(Function<Cancellation, Optional<StepWork.Problem>> what) throws Exception {
        EngineBuildProcess process = process(what);
        process.start();
        return process.waitFor();
    }

    private EngineBuildProcess process(Function<Cancellation, Optional<StepWork.Problem>> what) {
        return new EngineBuildProcess("step", work(what), build.stepLog(), Duration.ofMillis(200), Duration.ZERO);
    }

    private EngineBuildProcess worthwhile(Duration patience, Function<Cancellation, Optional<StepWork.Problem>> what) {
        StepWork work = new StepWork() {
            @Override
            public Optional<Problem> run(Cancellation cancellation) {
                return what.apply(cancellation);
            }

            @Override
            public String leftBehind() {
                return "The deployment ecs-svc/2 goes on in ECS.";
            }

            @Override
            public Optional<String> whyGoOn() {
                return Optional.of("It is worth it");
            }
        };
        return new EngineBuildProcess("step", work, build.stepLog(), Duration.ofMillis(200), patience);
    }

    private static StepWork work(Function<Cancellation, Optional<StepWork.Problem>> what) {
        return new StepWork() {
            @Override
            public Optional<Problem> run(Cancellation cancellation) {
                return what.apply(cancellation);
            }

            @Override
            public String leftBehind() {
                return "The deployment ecs-svc/2 goes on in ECS.";
            }
        };
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException expected) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException ignored) {
                // a call that hangs does not mind
            }
        }
    }
}
