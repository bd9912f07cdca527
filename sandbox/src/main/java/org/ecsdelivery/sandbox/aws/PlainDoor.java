package org.ecsdelivery.sandbox.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;

/**
 * The port that clients see: leads plain HTTP to the server behind it and turns TLS away at once.
 *
 * <p>A Docker Engine tries TLS first, even with a registry on loopback. The JDK's HTTP server waits for the end of the
 * line that never comes, so the engine falls back to HTTP only after its ten seconds for a TLS handshake, at every push
 * and every pull. The answer given here is the one by which clients written in Go know that they spoke TLS to an HTTP
 * port.
 */
final class PlainDoor implements AutoCloseable {

    private static final int TLS_HANDSHAKE = 0x16;
    private static final int CLIENT_HELLO_BYTES = 16 * 1024;
    private static final byte[] TURNED_AWAY =
            "HTTP/1.0 400 Bad Request\r\n\r\nThis port speaks HTTP, not HTTPS.\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;
    private final ExecutorService threads;

    PlainDoor(ExecutorService threads) {
        this.threads = threads;
        this.door = bound();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Begins to lead connections to the server. */
    void open(InetSocketAddress server) {
        threads.execute(() -> admitAll(server));
    }

    @Override
    public void close() {
        closed(door);
    }

    private static ServerSocket bound() {
        try {
            return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("The stand-in for AWS could not open a port on 127.0.0.1.", e);
        }
    }

    private void admitAll(InetSocketAddress server) {
        try {
            while (!door.isClosed()) {
                Socket visitor = door.accept();
                threads.execute(() -> admit(visitor, server));
            }
        } catch (IOException expected) {
            // closing the door is what ends the wait for visitors
        }
    }

    private void admit(Socket visitor, InetSocketAddress server) {
        try (visitor) {
            visitor.setTcpNoDelay(true);
            int first = visitor.getInputStream().read();
            if (first == TLS_HANDSHAKE) {
                turnAway(visitor);
            } else if (first >= 0) {
                lead(visitor, first, server);
            }
        } catch (IOException expected) {
            // a visitor or a server that hangs up ends its connection, nothing else
        }
    }

    private static void turnAway(Socket visitor) throws IOException {
        // what is left unread would turn the answer into a reset
        visitor.getInputStream().read(new byte[CLIENT_HELLO_BYTES]);
        visitor.getOutputStream().write(TURNED_AWAY);
    }

    private void lead(Socket visitor, int first, InetSocketAddress server) throws IOException {
        try (Socket inner = new Socket(server.getAddress(), server.getPort())) {
            inner.setTcpNoDelay(true);
            inner.getOutputStream().write(first);
            threads.execute(() -> copy(inner, visitor));
            copy(visitor, inner);
        }
    }

    /** Copies until either side hangs up, and then hangs up on both: HTTP has no use for a half-closed connection. */
    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException expected) {
            // either side may hang up at any time
        }
    }

    private static void closed(ServerSocket door) {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The port of the stand-in for AWS could not be closed.", e);
        }
    }
}
