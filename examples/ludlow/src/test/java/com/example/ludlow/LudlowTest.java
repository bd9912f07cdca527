package com.example.ludlow;

import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Tests Ludlow with nothing but a JDK: each line that is printed is a test that passed. */
public final class LudlowTest {
    private LudlowTest() {}

    public static void main(String[] arguments) throws Exception {
        equal("a stall costs by its length", 19_50, StallFee.of(3, false));
        equal("Saturday costs more", 23_50, StallFee.of(3, true));
        refuses("no stall is longer than the square", 13);
        refuses("no stall is without length", 0);
        answers("the load balancer gets an answer at /");
    }

    private static void answers(String name) throws Exception {
        HttpServer server = Ludlow.serve(0);
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            int status = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .statusCode();
            equal(name, 200, status);
        } finally {
            server.stop(0);
        }
    }

    private static void equal(String name, int expected, int actual) {
        if (actual != expected) {
            throw new AssertionError(name + ": expected " + expected + ", but it was " + actual);
        }
        System.out.println("ok: " + name);
    }

    private static void refuses(String name, int metres) {
        try {
            StallFee.of(metres, false);
        } catch (IllegalArgumentException refused) {
            System.out.println("ok: " + name);
            return;
        }
        throw new AssertionError(name + ": it was accepted");
    }
}
