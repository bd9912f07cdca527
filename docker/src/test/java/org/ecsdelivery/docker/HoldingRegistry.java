package org.ecsdelivery.docker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ecsdelivery.common.value.RegistryHost;

/** A registry that lets everybody in, takes the beginning of a layer and reads no further, and keeps to itself what images it has. */
final class HoldingRegistry implements AutoCloseable {
    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch readOn = new CountDownLatch(1);
    private final CompletableFuture<Long> received = new CompletableFuture<>();

    private HoldingRegistry(ServerSocket door) {
        this.door = door;
    }

    static HoldingRegistry start() throws IOException {
        HoldingRegistry registry = new HoldingRegistry(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        thread(registry::admitAll);
        return registry;
    }

    RegistryHost host() {
        return new RegistryHost("127.0.0.1:" + door.getLocalPort());
    }

    /** Returns once somebody waits for an answer. */
    void awaitCaller() throws InterruptedException {
        if (!held.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody called");
        }
    }

    /** Reads on, and returns how much of the layer came in the end. */
    long received() throws Exception {
        readOn.countDown();
        return received.get(30, TimeUnit.SECONDS);
    }

    private void admitAll() {
        try {
            while (true) {
                Socket visitor = door.accept();
                open.add(visitor);
                thread(() -> serve(visitor));
            }
        } catch (IOException closed) {
            // closing the door is what ends the wait for visitors
        }
    }

    private void serve(Socket visitor) {
        try (visitor) {
            InputStream in = new BufferedInputStream(visitor.getInputStream());
            String request = line(in);
            if (!request.endsWith(" HTTP/1.1")) {
                // TLS, which the engine tries first; newer ones go on without it only when they are answered without it
                say(visitor, "400 Bad Request");
            } else {
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    // nothing in them changes the answer
                }
                answer(visitor, in, request.split(" ")[0], request.split(" ")[1]);
            }
        } catch (IOException gone) {
            // so is its answer
        }
    }

    private void answer(Socket visitor, InputStream body, String method, String path) throws IOException {
        switch (method) {
            case "POST" -> say(visitor, "202 Accepted\r\nDocker-Upload-UUID: 1\r\nLocation: " + path + "1");
            case "PATCH" -> take(body);
            default -> {
                if (path.contains("/manifests/")) {
                    hold();
                }
                say(visitor, path.equals("/v2/") ? "200 OK" : "404 Not Found");
            }
        }
    }

    private static void say(Socket visitor, String head) throws IOException {
        String answer = "HTTP/1.1 " + head + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        visitor.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private void take(InputStream body) {
        long bytes = 0;
        byte[] buffer = new byte[8192];
        try {
            bytes += body.read(buffer);
            hold();
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
            received.complete(bytes);
        } catch (IOException brokenOff) {
            received.complete(bytes);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter > 0x1f && letter != '\n'; letter = in.read()) {
            line.append((char) letter);
        }
        in.mark(1);
        if (in.read() != '\n') {
            in.reset();
        }
        return line.toString();
    }

    private void hold() {
        held.countDown();
        try {
            readOn.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "holding-registry");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        readOn.countDown();
        door.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
