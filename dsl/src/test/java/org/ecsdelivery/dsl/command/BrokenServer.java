package org.ecsdelivery.dsl.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says the same to everyone, listens to nobody, and never hangs up. */
final class BrokenServer implements AutoCloseable {
    private final ServerSocket socket;
    private final String words;
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    BrokenServer(String words) throws IOException {
        this.words = words;
        this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::answer, "broken server");
        thread.setDaemon(true);
        thread.start();
    }

    private void answer() {
        try {
            while (true) {
                Socket client = socket.accept();
                clients.add(client);
                client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException ignored) {
            // The socket is closed: the test is over.
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : clients) {
            each.close();
        }
    }
}
