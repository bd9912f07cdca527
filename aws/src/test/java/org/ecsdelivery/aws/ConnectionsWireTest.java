package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.ecsdelivery.aws.call.CallLimits;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.aws.call.RecordingAws.Reply;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the clients make of networks that are not as they should be. */
class ConnectionsWireTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static AwsClients open(URI endpoint) {
        return AwsClients.open(
                ClientsOfLocalAws.at(endpoint),
                ClientsOfLocalAws.build(Map.of()),
                InstantSource.system(),
                ClientsOfLocalAws.QUICK);
    }

    private static List<String> call(AwsClients clients) {
        return clients.ecs().listTasks(new ClusterName("prod"), new ServiceName("web"), TaskList.RUNNING);
    }

    private static <T extends Throwable> T failure(Class<T> type, URI endpoint) {
        try (AwsClients clients = open(endpoint)) {
            return catchThrowableOfType(type, () -> call(clients));
        }
    }

    private static <T extends Throwable> T failure(Class<T> type, Reply reply) {
        try (RecordingAws aws = RecordingAws.answering(request -> reply)) {
            return failure(type, aws.endpoint());
        }
    }

    @Test
    void callsTheAddressOfTheEndpointOverride() {
        try (RecordingAws aws = RecordingAws.obliging();
                AwsClients clients = open(aws.endpoint())) {
            assertThat(call(clients)).isEmpty();
            assertThat(aws.last().operation()).isEqualTo("ListTasks");
            assertThat(aws.last().header("User-Agent"))
                    .hasValueSatisfying(agent -> assertThat(agent).containsPattern("ecs-delivery/\\d+\\.\\d+"));
        }
    }

    @Test
    void namesTheAddressThatRefusesTheConnection() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        URI endpoint = URI.create("http://127.0.0.1:" + closed);
        assertThat(failure(TransientFailure.class, endpoint))
                .hasMessageContainingAll("ecs:ListTasks", "Connection refused", endpoint.toString());
    }

    @Test
    void takesAPageOfAPortalForNoAnswerOfAws() {
        Reply portal = new Reply(200, "text/html", "<html><body>Please accept our terms</body></html>");
        assertThat(failure(TransientFailure.class, portal))
                .hasMessageContainingAll("no usable answer", "ecs:ListTasks");
    }

    @Test
    void tellsTheStatusWhenARefusalIsNotInTheWordsOfAws() {
        Reply page = new Reply(403, "text/html", "<html><body>Blocked by policy</body></html>");
        assertThat(failure(EngineException.class, page))
                .hasMessageContainingAll("ecs:ListTasks", "403")
                .extracting(EngineException::kind)
                .isEqualTo(FailureKind.AWS_REFUSED);
    }

    @Test
    void cutsAnAnswerThatTrickles() throws Exception {
        CallLimits limits = new CallLimits(
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofMinutes(1),
                1,
                Duration.ofMillis(1),
                Duration.ofMillis(1));
        CountDownLatch hungUp = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> trickle(exchange, hungUp));
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (AwsClients clients = AwsClients.open(
                ClientsOfLocalAws.at(endpoint), ClientsOfLocalAws.build(Map.of()), InstantSource.system(), limits)) {
            // each byte comes well within the time limit of a read, but the answer never ends
            assertThat(catchThrowable(() -> call(clients))).isInstanceOf(TransientFailure.class);
            assertThat(hungUp.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            server.stop(0);
        }
    }

    /** Sends a blank every so often until the other side has had enough, or half a minute is over. */
    private static void trickle(HttpExchange exchange, CountDownLatch hungUp) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int blank = 0; blank < 600 && !hungUp.await(50, TimeUnit.MILLISECONDS); blank++) {
                body.write(' ');
                body.flush();
            }
        } catch (IOException expected) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    // --- interrupts

    @Test
    void stopsWaitingAtOnceWhenInterrupted() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        try (RecordingAws aws = RecordingAws.answering(request -> {
                    arrived.countDown();
                    release.await();
                    return Reply.json("{}");
                });
                AwsClients clients = open(aws.endpoint())) {
            Thread caller = new Thread(() -> {
                thrown.set(catchThrowable(() -> call(clients)));
                flag.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            arrived.await();
            caller.interrupt();
            caller.join(PATIENCE.toMillis());
            // the server has not answered yet, so nothing but the interrupt can have ended the wait
            assertThat(thrown.get()).isInstanceOf(Cancelled.class).hasMessageContaining("ecs:ListTasks");
            assertThat(flag.get()).isTrue();
            release.countDown();
        }
    }

    @Test
    void makesNoCallOnAThreadThatIsInterruptedAlready() {
        try (RecordingAws aws = RecordingAws.obliging();
                AwsClients clients = open(aws.endpoint())) {
            Thread.currentThread().interrupt();
            assertThat(catchThrowable(() -> call(clients)))
                    .isInstanceOf(Cancelled.class)
                    .hasMessageContaining("Interrupted before ecs:ListTasks");
            assertThat(Thread.interrupted()).isTrue();
            call(clients);
            assertThat(aws.requests()).hasSize(1);
        }
    }

    @Test
    void isCancelledWhenTheClientsAreClosed() {
        try (RecordingAws aws = RecordingAws.obliging()) {
            AwsClients clients = open(aws.endpoint());
            clients.close();
            assertThat(catchThrowable(() -> call(clients)))
                    .isInstanceOf(Cancelled.class)
                    .hasMessageContaining("ecs:ListTasks");
        }
    }

    // --- TLS

    @Test
    void saysThatAServerSpeaksNoTls() {
        try (LocalAws aws = LocalAws.builder().start()) {
            URI endpoint = URI.create("https://" + aws.endpoint().getAuthority());
            assertThat(failure(EngineException.class, endpoint))
                    .hasMessageContainingAll("ecs:ListTasks", "SSL", endpoint.toString())
                    .extracting(EngineException::kind)
                    .isEqualTo(FailureKind.AWS_UNREACHABLE);
        }
    }

    @Test
    void saysWhereToPutACertificateThatTheAgentDoesNotTrust(@TempDir Path directory) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory)));
        server.start();
        try {
            URI endpoint = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
            EngineException failure = failure(EngineException.class, endpoint);
            assertThat(failure.kind()).isEqualTo(FailureKind.AWS_UNREACHABLE);
            assertThat(failure)
                    .isNotInstanceOf(TransientFailure.class)
                    .hasMessageContainingAll(
                            "ecs:ListTasks", endpoint.toString(), "certification path", "trust store of the agent");
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext selfSigned(Path directory) throws Exception {
        Path file = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes()))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
