package org.ecsdelivery.sandbox.aws.registry;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is to go wrong in the registry, scripted by a test or a demonstration. */
public final class RegistryFaults {

    private static final int NEVER = -1;

    private final Map<String, String> pushersDenied = new ConcurrentHashMap<>();
    private final AtomicInteger throttled = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
    private final AtomicInteger requestsBeforeExpiry = new AtomicInteger(NEVER);

    RegistryFaults() {}

    /** Refuses every push to the repository, as IAM does to a principal without ecr:InitiateLayerUpload. */
    public void denyPush(String repository, String principalArn) {
        pushersDenied.put(repository, principalArn);
    }

    /** Takes pushes to the repository again. */
    public void allowPush(String repository) {
        pushersDenied.remove(repository);
    }

    /** Answers the next authenticated requests with 429, as many as given. */
    public void throttle(int requests) {
        throttled.set(requests);
    }

    /** Lets as many authenticated requests pass as given, then lets every token issued so far expire, once. */
    public void expireTokensAfter(int requests) {
        requestsBeforeExpiry.set(requests);
    }

    /** Drops the connection in the middle of the next requests that carry a blob, as many as given. */
    public void resetUploads(int times) {
        resets.set(times);
    }

    /**
     * Takes no more than a first byte of each blob from now on, until all faults are ended.
     *
     * @param reached is counted down once an upload waits
     */
    public void holdUploads(CountDownLatch reached) {
        held.set(new Held(reached, new CountDownLatch(1)));
    }

    /** Ends every fault that is not used up yet. */
    public void clear() {
        pushersDenied.clear();
        throttled.set(0);
        resets.set(0);
        requestsBeforeExpiry.set(NEVER);
        Held before = held.getAndSet(null);
        if (before != null) {
            before.goOn().countDown();
        }
    }

    boolean holdsUploads() {
        return held.get() != null;
    }

    /** Returns when the fault is over. */
    void awaitRelease() {
        Held now = held.get();
        if (now != null) {
            now.reached().countDown();
            try {
                now.goOn().await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Held(CountDownLatch reached, CountDownLatch goOn) {}

    Optional<String> pusherDenied(String repository) {
        return Optional.ofNullable(pushersDenied.get(repository));
    }

    boolean throttlesNow() {
        return take(throttled).isPresent();
    }

    boolean resetsNow() {
        return take(resets).isPresent();
    }

    /** Tells whether the tokens expire before this request; each call counts as one request. */
    boolean expiresTokensNow() {
        return requestsBeforeExpiry.getAndUpdate(left -> left == NEVER ? NEVER : left - 1) == 0;
    }

    private static OptionalInt take(AtomicInteger left) {
        int before = left.getAndUpdate(n -> Math.max(0, n - 1));
        return before > 0 ? OptionalInt.of(before) : OptionalInt.empty();
    }
}
