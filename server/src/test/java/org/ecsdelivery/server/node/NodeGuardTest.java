package org.ecsdelivery.server.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import jetbrains.buildServer.serverSide.IOGuard;
import org.junit.jupiter.api.Test;

/** Whatever form TeamCity's guard has, the work is done in it, once, on the calling thread. */
class NodeGuardTest {
    /** Guards as TeamCity could have them. */
    public static final class Guards {
        private static final AtomicReference<String> INSIDE = new AtomicReference<>("");

        private Guards() {}

        /** Returns nothing and knows one exception, and what is not work is offered beside it. */
        public static void runs(Runnable work) {
            inside("runs", work);
        }

        /** Not for work: it takes a name too. */
        public static void runs(String name, Runnable work) {
            throw new AssertionError(name + work);
        }

        /** Not for work: what it takes is none. */
        public static void runs(CharSequence text) {
            throw new AssertionError(text);
        }

        /** Returns what the work returns. */
        public static <T> T calls(Callable<T> work) throws Exception {
            INSIDE.set("calls");
            try {
                return work.call();
            } finally {
                INSIDE.set("");
            }
        }

        /** Lets nobody through. */
        public static void refuses(Runnable work) {
            throw new SecurityException("a secondary node, and no responsibility for " + (work == null));
        }

        /** Forgets the work. */
        public static void forgets(Runnable work) {
            inside("forgets", () -> {});
        }

        private static void inside(String name, Runnable work) {
            INSIDE.set(name);
            work.run();
            INSIDE.set("");
        }
    }

    private static Method guard(String name) {
        return NodeGuard.entrance(Guards.class.getName(), name).orElseThrow();
    }

    @Test
    void doesTheWorkInsideAGuardThatReturnsNothing() {
        assertThat(NodeGuard.within(guard("runs"), Guards.INSIDE::get)).isEqualTo("runs");
    }

    @Test
    void doesTheWorkInsideAGuardThatReturnsWhatTheWorkReturns() {
        assertThat(NodeGuard.within(guard("calls"), Guards.INSIDE::get)).isEqualTo("calls");
    }

    @Test
    void doesTheWorkOnTheCallingThread() {
        assertThat(NodeGuard.within(guard("runs"), Thread::currentThread)).isSameAs(Thread.currentThread());
    }

    @Test
    void throwsWhatTheWorkThrowsThroughAGuardThatKnowsNoSuchException() {
        assertThatThrownBy(() -> NodeGuard.within(guard("runs"), () -> {
                    throw new IOException("refused by the peer");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("refused by the peer");
    }

    @Test
    void letsAnErrorOfTheWorkThroughAsItIs() {
        assertThatThrownBy(() -> NodeGuard.within(guard("calls"), () -> {
                    throw new OutOfMemoryError("heap");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void saysWhyTheNodeLetsNobodyThrough() {
        assertThatThrownBy(() -> NodeGuard.within(guard("refuses"), () -> "done"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not let the plugin through")
                .hasMessageContaining("no responsibility");
    }

    @Test
    void saysThatTheWorkWasNotDone() {
        assertThatThrownBy(() -> NodeGuard.within(guard("forgets"), () -> "done"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not let the plugin through");
    }

    @Test
    void findsNoGuardWhereTheServerHasNone() {
        assertThat(NodeGuard.entrance("jetbrains.buildServer.serverSide.NoGuard", "allowNetworkCall"))
                .isEmpty();
        assertThat(NodeGuard.entrance(Guards.class.getName(), "allows")).isEmpty();
    }

    @Test
    void goesThroughTheGuardOfTheServer() {
        int connections = IOGuard.connections();
        int writes = IOGuard.writes();

        assertThat(NodeGuard.NETWORK.within(() -> 7) + NodeGuard.DISK.within(() -> 5))
                .isEqualTo(12);
        assertThat(IOGuard.connections()).isEqualTo(connections + 1);
        assertThat(IOGuard.writes()).isEqualTo(writes + 1);
    }
}
