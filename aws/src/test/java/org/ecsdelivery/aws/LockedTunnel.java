package org.ecsdelivery.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that asks everybody for a password and remembers where they wanted to go. */
final class LockedTunnel implements AutoCloseable {
    private static final String PASSWORD_PLEASE = "HTTP/1.1 407 Proxy Authentication Required\r\n"
            + "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final ServerSocket door;

    LockedTunnel() {
        try {
            door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread doorman = new Thread(this::refuseAll, "locked-tunnel");
        doorman.setDaemon(true);
        doorman.start();
    }

    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /** Returns all lines of all requests so far. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    private void refuseAll() {
        while (!door.isClosed()) {
            try (Socket visitor = door.accept()) {
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
                for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                    lines.add(line);
                }
                visitor.getOutputStream().write(PASSWORD_PLEASE.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException expected) {
                // closing the door is what ends the wait for visitors
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
