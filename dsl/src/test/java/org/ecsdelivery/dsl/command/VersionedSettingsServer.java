package org.ecsdelivery.dsl.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stand-in for the part of TeamCity's REST API that loads settings: it answers each look at the status with the next one it was told. */
final class VersionedSettingsServer implements AutoCloseable {
    /** What the token stands behind. */
    static final String TOKEN = "eyJ0eXAiOiAiVENWMiJ9.c2VjcmV0";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private final HttpServer http;
    private final Deque<Answer> statuses = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Answer config =
            new Answer(200, xml("<versionedSettingsConfig synchronizationMode=\"enabled\" format=\"xml\"/>"), "");
    private volatile Answer load =
            new Answer(200, xml("<projects><project id=\"Shop\"/><project id=\"Shop_Infra\"/></projects>"), "");

    /** An answer: status, body, and where else to look. */
    record Answer(int status, String body, String location) {}

    VersionedSettingsServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    static String xml(String element) {
        return HEAD + element;
    }

    /** Tells what a look at the status sees next; the last one stays. */
    VersionedSettingsServer says(String attributes) {
        return saysAll("<versionedSettingsStatus " + attributes + "/>");
    }

    VersionedSettingsServer saysAll(String element) {
        return answers(200, xml(element));
    }

    synchronized VersionedSettingsServer answers(int status, String body) {
        statuses.add(new Answer(status, body, ""));
        return this;
    }

    VersionedSettingsServer isConfigured(String attributes) {
        config = new Answer(200, xml("<versionedSettingsConfig " + attributes + "/>"), "");
        return this;
    }

    VersionedSettingsServer answersAtOnce(int status, String body, String location) {
        config = new Answer(status, body, location);
        return this;
    }

    VersionedSettingsServer refusesToLoad(int status, String body) {
        load = new Answer(status, body, "");
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        note(exchange.getRequestMethod() + " " + path + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("Accept"));
        Answer answer = path.contains("/config") ? config : path.contains("/loadSettings") ? load : next();
        if (!answer.location().isEmpty()) {
            exchange.getResponseHeaders().set("Location", answer.location());
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void note(String request) {
        synchronized (requests) {
            requests.add(request);
            requests.notifyAll();
        }
    }

    private synchronized Answer next() {
        return statuses.size() > 1 ? statuses.remove() : statuses.element();
    }

    /** Waits until the server has been asked so often. */
    void awaitRequests(int count) throws InterruptedException {
        synchronized (requests) {
            while (requests.size() < count) {
                requests.wait();
            }
        }
    }

    /** Returns what was asked: method, path, token and form. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
