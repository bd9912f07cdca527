package org.ecsdelivery.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that takes connections where a Docker Engine is expected, says what it was told to say, and then keeps silent. */
final class LoopbackEngine implements AutoCloseable {
    private final ServerSocketChannel door;
    private final String address;
    private final String says;
    private final boolean hangsUp;
    private final CountDownLatch heard = new CountDownLatch(1);
    private final List<SocketChannel> visitors = new CopyOnWriteArrayList<>();

    private LoopbackEngine(SocketAddress where, String says, boolean hangsUp) {
        this.says = says;
        this.hangsUp = hangsUp;
        try {
            boolean unix = where instanceof UnixDomainSocketAddress;
            door = ServerSocketChannel.open(unix ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET)
                    .bind(where);
            address = door.getLocalAddress() instanceof InetSocketAddress tcp
                    ? "tcp://127.0.0.1:" + tcp.getPort()
                    : "unix://" + where;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::admitAll, "loopback-engine");
        thread.setDaemon(true);
        thread.start();
    }

    static LoopbackEngine onTcp(String says) {
        return new LoopbackEngine(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), says, false);
    }

    static LoopbackEngine onSocketFile(Path file, String says) {
        return new LoopbackEngine(UnixDomainSocketAddress.of(file), says, false);
    }

    /** Ends the connection without reading on, once it has spoken. */
    static LoopbackEngine onSocketFileThatHangsUp(Path file, String says) {
        return new LoopbackEngine(UnixDomainSocketAddress.of(file), says, true);
    }

    /** Ends the connection once it has spoken. */
    static LoopbackEngine thatHangsUpAfter(String says) {
        return new LoopbackEngine(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), says, true);
    }

    /** Makes the answer to a call: a stream of which one piece has come. */
    static String beginningOfAStream(String piece) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(piece.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + piece + "\r\n";
    }

    private void admitAll() {
        try {
            while (door.isOpen()) {
                SocketChannel visitor = door.accept();
                visitors.add(visitor);
                visitor.read(ByteBuffer.allocate(64));
                visitor.write(ByteBuffer.wrap(says.getBytes(StandardCharsets.UTF_8)));
                if (hangsUp) {
                    // a full close would turn what is unread into a reset
                    visitor.shutdownOutput();
                }
                heard.countDown();
            }
        } catch (IOException expected) {
            // closing the door is what ends the wait for visitors
        }
    }

    String address() {
        return address;
    }

    DockerEngine engine() {
        return DockerEngine.of(Map.of("DOCKER_HOST", address));
    }

    /** Returns once a caller has sent the beginning of a request and was told what there is to say. */
    void awaitCaller() throws InterruptedException {
        if (!heard.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody called");
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (SocketChannel visitor : visitors) {
            visitor.close();
        }
    }
}
