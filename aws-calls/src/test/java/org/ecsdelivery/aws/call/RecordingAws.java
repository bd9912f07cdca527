package org.ecsdelivery.aws.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A loopback server that looks closely at what the clients send, and gives scripted answers whatever the question. */
public final class RecordingAws implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("Credential=([^/]+)/\\d{8}/([^/]+)/");

    private final List<Seen> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** One request as it came in. */
    public record Seen(String method, URI uri, Map<String, List<String>> headers, String body) {
        /** Returns a header. */
        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(name))
                    .map(each -> each.getValue().get(0))
                    .findFirst();
        }

        /** The access key that signed it, or nothing. */
        public String signer() {
            Matcher matcher = KEY.matcher(header("Authorization").orElse(""));
            return matcher.find() ? matcher.group(1) : "";
        }

        /** Returns the operation of a call in AWS JSON. */
        public String operation() {
            return header("X-Amz-Target").orElse("").replaceFirst(".*\\.", "");
        }

        /** Returns a parameter of a form. */
        public Optional<String> parameter(String name) {
            Matcher matcher = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(body);
            return matcher.find()
                    ? Optional.of(URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8))
                    : Optional.empty();
        }
    }

    /** An answer. */
    public record Reply(int status, String contentType, String body) {
        /** Returns an answer in AWS JSON. */
        public static Reply json(String body) {
            return new Reply(200, "application/x-amz-json-1.1", body);
        }
    }

    /** Makes the answers. */
    public interface Script {
        /** Makes one. */
        Reply answer(Seen request) throws Exception;
    }

    private RecordingAws(Script script) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, script));
        server.start();
    }

    /** Starts a server with a script. */
    public static RecordingAws answering(Script script) {
        return new RecordingAws(script);
    }

    /** Starts a server that answers calls with an empty object, and STS with the keys of the role that is asked for. */
    public static RecordingAws obliging() {
        return new RecordingAws(request -> request.parameter("Action")
                .map(action -> new Reply(
                        200,
                        "text/xml",
                        session(action, request.parameter("RoleArn").orElse(""))))
                .orElseGet(() -> Reply.json("{}")));
    }

    private static String session(String action, String role) {
        String name = role.substring(role.lastIndexOf('/') + 1);
        return "<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action + "Result>"
                + "<Credentials><AccessKeyId>ASIA" + name + "</AccessKeyId><SecretAccessKey>secret-of-" + name
                + "</SecretAccessKey><SessionToken>token-of-" + name + "</SessionToken>"
                + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
                + "</" + action + "Result></" + action + "Response>";
    }

    private void answer(HttpExchange exchange, Script script) throws IOException {
        Seen seen = new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(seen);
        try (exchange) {
            Reply reply = script.answer(seen);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Returns the address. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Returns all requests so far. */
    public List<Seen> requests() {
        return List.copyOf(requests);
    }

    /** Returns the last request. */
    public Seen last() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
