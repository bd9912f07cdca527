package org.ecsdelivery.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A way to the Docker Engine of this machine that carries all answers, but only so many bytes of what is sent. */
final class HoldingSocket implements AutoCloseable {
    private final ServerSocketChannel door;
    private final Path file;
    private final AtomicLong left;
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<SocketChannel> open = new CopyOnWriteArrayList<>();

    private HoldingSocket(ServerSocketChannel door, Path file, long bytes) {
        this.door = door;
        this.file = file;
        this.left = new AtomicLong(bytes);
    }

    static HoldingSocket carrying(long bytes, Path file) throws IOException {
        HoldingSocket socket = new HoldingSocket(
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(file)),
                file,
                bytes);
        thread(socket::admitAll);
        return socket;
    }

    String address() {
        return "unix://" + file;
    }

    /** Returns once there is more to send than is carried. */
    void awaitHeld() throws InterruptedException {
        if (!held.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("not so much was sent");
        }
    }

    private void admitAll() {
        try {
            while (true) {
                SocketChannel visitor = door.accept();
                SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of("/var/run/docker.sock"));
                open.addAll(List.of(visitor, engine));
                thread(() -> carry(visitor, engine, true));
                thread(() -> carry(engine, visitor, false));
            }
        } catch (IOException closed) {
            // closing the door is what ends the wait for visitors
        }
    }

    private void carry(SocketChannel from, SocketChannel to, boolean counted) {
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        try {
            while (from.read(buffer.clear()) >= 0) {
                buffer.flip();
                if (counted && left.addAndGet(-buffer.remaining()) < 0) {
                    held.countDown();
                    return;
                }
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
            to.shutdownOutput();
        } catch (IOException ended) {
            // one of both has gone
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "holding-socket");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (SocketChannel each : open) {
            each.close();
        }
    }
}
