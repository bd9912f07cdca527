package com.example.ludlow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers on one port what stalls cost. The load balancer asks for / to see whether it is well. */
public final class Ludlow {
    private Ludlow() {}

    /** Serves until the process ends; the settings are variables of the environment, see .env.template. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = serve(Integer.parseInt(System.getenv().getOrDefault("LUDLOW_PORT", "80")));
        // ECS stops a task with SIGTERM: requests in flight are answered first
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(10)));
        System.out.println("Ludlow " + System.getenv("LUDLOW_VERSION") + ", stage " + System.getenv("LUDLOW_STAGE"));
    }

    static HttpServer serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/", Ludlow::answer);
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        byte[] text = ("A stall of 3 metres costs " + StallFee.of(3, false) + " pence a day.\n")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, text.length);
        try (exchange) {
            exchange.getResponseBody().write(text);
        }
    }
}
