package jetbrains.buildServer.serverSide;

import java.util.concurrent.atomic.AtomicInteger;

/** TeamCity's type of the name, as far as the plugin calls it; it counts who came through. */
public final class IOGuard {
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();
    private static final AtomicInteger WRITES = new AtomicInteger();

    private IOGuard() {}

    /** Work that may fail, as the callers of TeamCity's own plugins write it. */
    public interface Guarded<T, E extends Throwable> {
        /** Does it. */
        T apply() throws E;
    }

    /** Lets somebody connect. */
    public static <T, E extends Throwable> T allowNetworkCall(Guarded<T, E> work) throws E {
        CONNECTIONS.incrementAndGet();
        return work.apply();
    }

    /** Lets somebody write. */
    public static <T, E extends Throwable> T allowDiskWrite(Guarded<T, E> work) throws E {
        WRITES.incrementAndGet();
        return work.apply();
    }

    /** Returns how often somebody connected. */
    public static int connections() {
        return CONNECTIONS.get();
    }

    /** Returns how often somebody wrote. */
    public static int writes() {
        return WRITES.get();
    }
}
