package org.ecsdelivery.engine.share;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.TransientFailure;

/**
 * A question that several threads ask at the same time, each about things of its own, put to AWS in as few calls as it takes. A
 * thread joins a call that is still to be made, or announces one for the next turn; whoever comes first when the turn is there
 * makes it for all. An answer is never older than the question.
 *
 * @param <K> names a thing
 * @param <A> what is known of it
 */
final class SharedQuestion<K, A> {
    private final int most;
    private final CallRate rate;
    private final Turns turns;
    private final Supplier<Duration> patience;
    private final Function<Set<K>, Map<K, A>> call;
    private final List<SharedCall<K, A>> announced = new ArrayList<>();
    private volatile boolean apart;

    /**
     * Prepares a question.
     *
     * @param most about how many things one call can ask
     * @param patience how long to wait for others
     * @param call asks; what is not there is missing in the answer
     */
    SharedQuestion(
            int most, CallRate rate, Turns turns, Supplier<Duration> patience, Function<Set<K>, Map<K, A>> call) {
        this.most = most;
        this.rate = rate;
        this.turns = turns;
        this.patience = patience;
        this.call = call;
    }

    /**
     * Asks.
     *
     * @return what is known, in the order of the question
     * @throws EngineException as the call does
     * @throws Cancelled when this thread is interrupted; the others go on
     */
    Map<K, A> about(Collection<K> things) {
        Map<K, A> all = new LinkedHashMap<>();
        List<K> distinct = things.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += most) {
            List<K> some = distinct.subList(from, Math.min(from + most, distinct.size()));
            Map<K, A> known = answer(some);
            some.stream().filter(known::containsKey).forEach(each -> all.put(each, known.get(each)));
        }
        return all;
    }

    private Map<K, A> answer(List<K> things) {
        SharedCall<K, A> shared = joined(things);
        turns.awaitMoment(shared.turn());
        try {
            return shared.answer(this::made);
        } catch (TransientFailure failure) {
            throw failure;
        } catch (EngineException refused) {
            if (shared.isOnlyAbout(things)) {
                throw refused;
            }
            // one thing that may not be asked for spoils the call for all others
            apart = true;
            turns.await(rate);
            return call.apply(Set.copyOf(things));
        }
    }

    private synchronized SharedCall<K, A> joined(List<K> things) {
        return announced.stream()
                .filter(each -> each.admits(things, apart ? 0 : most))
                .findFirst()
                .orElseGet(() -> announce(things));
    }

    private SharedCall<K, A> announce(List<K> things) {
        SharedCall<K, A> shared = new SharedCall<>(things, turns.next(rate, patience.get()));
        announced.add(shared);
        return shared;
    }

    private Map<K, A> made(SharedCall<K, A> shared) {
        Set<K> things = closed(shared);
        try {
            return call.apply(things);
        } catch (TransientFailure failure) {
            turns.slowDown(rate);
            throw failure;
        }
    }

    private synchronized Set<K> closed(SharedCall<K, A> shared) {
        announced.remove(shared);
        return shared.things();
    }
}
