package org.ecsdelivery.docker.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.ecsdelivery.docker.DockerEngine;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that wants to see a client certificate, reached with the three files of the docker command. */
class EngineBehindTlsTest {
    private static final byte[] VERSION =
            "{\"Version\":\"20.10.24\",\"ApiVersion\":\"1.41\",\"Os\":\"linux\",\"Arch\":\"amd64\"}"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path shared;

    private static Keys keys;

    @TempDir
    Path directory;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = new Keys(shared)
                .authority("authority")
                .authority("stranger")
                .signed("engine", "authority", "san=ip:127.0.0.1")
                .signed("elsewhere", "authority", "san=dns:docker.example.com")
                .signed("client", "authority", "eku=clientAuth")
                .signed("intruder", "stranger", "eku=clientAuth");
    }

    private static HttpsServer start(String certificate, boolean wantsClient) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLContext context = keys.server(certificate, "authority");
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters all = context.getDefaultSSLParameters();
                all.setNeedClientAuth(wantsClient);
                parameters.setSSLParameters(all);
            }
        });
        server.createContext("/version", call -> {
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(200, VERSION.length);
            call.getResponseBody().write(VERSION);
            call.close();
        });
        server.start();
        return server;
    }

    private static String described(HttpsServer server, Path certificates) {
        return DockerEngine.of(Map.of(
                        "DOCKER_HOST",
                        "tcp://127.0.0.1:" + server.getAddress().getPort(),
                        "DOCKER_TLS_VERIFY",
                        "1",
                        "DOCKER_CERT_PATH",
                        certificates.toString()))
                .describe();
    }

    private String described(String engine, String authority, String client) throws Exception {
        HttpsServer server = start(engine, true);
        try {
            return described(server, keys.directory(directory, authority, client));
        } finally {
            server.stop(0);
        }
    }

    private EngineException refused(String engine, String authority, String client) {
        EngineException failure =
                catchThrowableOfType(EngineException.class, () -> described(engine, authority, client));
        assertThat(failure.kind()).isEqualTo(FailureKind.DOCKER_UNREACHABLE);
        assertThat(failure.fact())
                .startsWith("No Docker Engine answers at tcp://127.0.0.1:")
                .endsWith(" (TLS)");
        assertThat(failure.remedy())
                .hasValueSatisfying(remedy -> assertThat(remedy).contains("ca.pem in DOCKER_CERT_PATH"));
        return failure;
    }

    @Test
    void answersWhoShowsItsCertificate() throws Exception {
        assertThat(described("engine", "authority", "client"))
                .startsWith("Docker Engine 20.10.24 (API 1.41, linux/amd64) at tcp://127.0.0.1:")
                .endsWith(" (TLS)");
    }

    @Test
    void isNotBelievedWhenAnotherAuthoritySignedIt() {
        refused("engine", "stranger", "client");
    }

    @Test
    void isNotBelievedUnderAnotherHostName() {
        refused("elsewhere", "authority", "client");
    }

    @Test
    void mayRefuseTheClient() {
        refused("engine", "authority", "intruder");
    }

    @Test
    void needsNoClientCertificateWhenItWantsNone() throws Exception {
        Path certificates = keys.directory(directory, "authority", "client");
        Files.delete(certificates.resolve("cert.pem"));
        Files.delete(certificates.resolve("key.pem"));
        HttpsServer server = start("engine", false);
        try {
            assertThat(described(server, certificates)).startsWith("Docker Engine 20.10.24");
        } finally {
            server.stop(0);
        }
    }
}
