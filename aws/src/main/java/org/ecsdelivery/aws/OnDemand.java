package org.ecsdelivery.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * A client that only some steps need: opened when the first call asks for it, closed with the others. Opening one takes the agent tens
 * of milliseconds.
 */
final class OnDemand<C extends SdkAutoCloseable> implements Supplier<C>, SdkAutoCloseable {
    private final Supplier<C> opening;
    private @Nullable C opened;
    private boolean closed;

    OnDemand(Supplier<C> opening) {
        this.opening = opening;
    }

    @Override
    public synchronized C get() {
        if (closed) {
            throw new IllegalStateException("The step is over");
        }
        C client = opened;
        if (client == null) {
            client = opening.get();
            opened = client;
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opened != null) {
            opened.close();
        }
    }
}
