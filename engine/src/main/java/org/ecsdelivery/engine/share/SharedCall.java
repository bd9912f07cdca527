package org.ecsdelivery.engine.share;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;

/** One call for several threads. Things are added as long as its question has it announced, under that question's lock. */
final class SharedCall<K, A> {
    private final Set<K> things;
    private final Instant turn;
    private boolean underWay;
    private Optional<Map<K, A>> answer = Optional.empty();
    private Optional<EngineException> failure = Optional.empty();

    SharedCall(Collection<K> things, Instant turn) {
        this.things = new LinkedHashSet<>(things);
        this.turn = turn;
    }

    Instant turn() {
        return turn;
    }

    Set<K> things() {
        return Set.copyOf(things);
    }

    /** Adds the things if the call then asks about no more than that many, or if it asks about them anyway. */
    boolean admits(Collection<K> more, int most) {
        if (things.containsAll(more)) {
            return true;
        }
        long others = more.stream().filter(each -> !things.contains(each)).count();
        return things.size() + others <= most && things.addAll(more);
    }

    boolean isOnlyAbout(Collection<K> asked) {
        return asked.containsAll(things);
    }

    /**
     * Makes the call or, when another thread makes it, waits for its answer. A thread that is stopped in the middle of it leaves
     * it to the next.
     */
    Map<K, A> answer(Function<SharedCall<K, A>, Map<K, A>> make) {
        if (isMine()) {
            try {
                answered(make.apply(this));
            } catch (EngineException refused) {
                failed(refused);
            } finally {
                over();
            }
        }
        return result();
    }

    /** Waits for the end of the call and returns false, or returns true when it is to be made. */
    private synchronized boolean isMine() {
        while (underWay) {
            try {
                wait();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Cancelled("Interrupted while another thread waited for AWS");
            }
        }
        underWay = answer.isEmpty() && failure.isEmpty();
        return underWay;
    }

    private synchronized void answered(Map<K, A> all) {
        answer = Optional.of(all);
    }

    private synchronized void failed(EngineException refused) {
        failure = Optional.of(refused);
    }

    private synchronized void over() {
        underWay = false;
        notifyAll();
    }

    private synchronized Map<K, A> result() {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return answer.orElseThrow();
    }
}
