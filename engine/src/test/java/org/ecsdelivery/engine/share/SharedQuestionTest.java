package org.ecsdelivery.engine.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.Pause;
import org.ecsdelivery.engine.time.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that ask at the same time: each pauses until all have asked. */
@Timeout(30)
class SharedQuestionTest {
    private final List<Set<String>> calls = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private SharedQuestion<String, Integer> question(
            int most, int askers, Function<Set<String>, Map<String, Integer>> call) {
        CyclicBarrier all = new CyclicBarrier(askers);
        return new SharedQuestion<>(
                most,
                CallRate.SERVICE_READ,
                new Turns(new VirtualTime(), pausing(all)),
                () -> Duration.ofSeconds(1),
                asked -> {
                    calls.add(asked);
                    return call.apply(asked);
                });
    }

    private static Pause pausing(CyclicBarrier all) {
        return duration -> {
            try {
                all.await();
            } catch (java.util.concurrent.BrokenBarrierException broken) {
                throw new IllegalStateException(broken);
            }
        };
    }

    private static Map<String, Integer> lengths(Set<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, String::length));
    }

    private static Map<String, Integer> refusing(String name, Set<String> asked) {
        if (asked.contains(name)) {
            throw new AccessDenied("ecs:DescribeServices", name, "not authorized", null);
        }
        return lengths(asked);
    }

    private List<Object> answers(SharedQuestion<String, Integer> question, String... askers) throws Exception {
        List<Future<Object>> all = Stream.of(askers)
                .map(name -> threads.submit((Callable<Object>) () -> question.about(List.of(name))))
                .toList();
        List<Object> answers = new ArrayList<>();
        for (Future<Object> each : all) {
            answers.add(outcome(each));
        }
        return answers;
    }

    private static Object outcome(Future<Object> asked) throws Exception {
        try {
            return asked.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            return failed.getCause();
        }
    }

    @Test
    void asksOnceForAllWhoAskAtTheSameTime() throws Exception {
        var question = question(10, 3, SharedQuestionTest::lengths);

        assertThat(answers(question, "a", "bb", "ccc"))
                .containsExactly(Map.of("a", 1), Map.of("bb", 2), Map.of("ccc", 3));
        assertThat(calls).containsExactly(Set.of("a", "bb", "ccc"));
    }

    @Test
    void asksOnceAboutOneThingForAllWhoWantToKnow() throws Exception {
        var question = question(1, 3, SharedQuestionTest::lengths);

        answers(question, "group", "group", "group");

        assertThat(calls).containsExactly(Set.of("group"));
    }

    @Test
    void asksAboutNoMoreThanACallCanHold() throws Exception {
        var question = question(2, 5, SharedQuestionTest::lengths);

        answers(question, "a", "b", "c", "d", "e");

        assertThat(calls).hasSize(3).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void leavesOutWhatNobodyKnows() throws Exception {
        var question = question(10, 1, asked -> Map.of());

        assertThat(answers(question, "nobody")).containsExactly(Map.of());
    }

    @Test
    void neverGivesAnAnswerThatIsOlderThanTheQuestion() throws Exception {
        AtomicInteger state = new AtomicInteger();
        var question = question(10, 1, asked -> Map.of("a", state.incrementAndGet()));

        assertThat(answers(question, "a")).containsExactly(Map.of("a", 1));
        assertThat(answers(question, "a")).containsExactly(Map.of("a", 2));
    }

    @Test
    void refusesOnlyTheOneWhoMayNotAsk() throws Exception {
        var question = question(10, 3, asked -> refusing("secret", asked));

        List<Object> answers = answers(question, "a", "secret", "bb");

        assertThat(answers.get(0)).isEqualTo(Map.of("a", 1));
        assertThat(answers.get(1)).isInstanceOf(AccessDenied.class);
        assertThat(answers.get(2)).isEqualTo(Map.of("bb", 2));
    }

    @Test
    void asksForEachAloneOnceTheyWereRefusedTogether() throws Exception {
        var question = question(10, 2, asked -> refusing("secret", asked));
        answers(question, "a", "secret");
        calls.clear();

        answers(question, "a", "bb");

        assertThat(calls).containsExactlyInAnyOrder(Set.of("a"), Set.of("bb"));
    }

    @Test
    void tellsEverybodyOfAPassingFailure() throws Exception {
        var question = question(10, 2, asked -> {
            throw new TransientFailure("ECS did not answer", "503", null);
        });

        assertThat(answers(question, "a", "b")).hasOnlyElementsOfType(TransientFailure.class);
        assertThat(calls).hasSize(1);
    }

    @Test
    void leavesTheCallToAnotherWhenTheOneWhoMakesItIsStopped() throws Exception {
        AtomicInteger made = new AtomicInteger();
        var question = question(10, 2, asked -> {
            if (made.getAndIncrement() == 0) {
                throw new Cancelled("stopped");
            }
            return lengths(asked);
        });

        assertThat(answers(question, "a", "b"))
                .hasSize(2)
                .satisfiesOnlyOnce(each -> assertThat(each).isInstanceOf(Cancelled.class))
                .satisfiesOnlyOnce(each -> assertThat(each).isInstanceOf(Map.class));
    }
}
