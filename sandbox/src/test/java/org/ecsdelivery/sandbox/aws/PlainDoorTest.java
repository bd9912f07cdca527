package org.ecsdelivery.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PlainDoorTest {

    private final LocalAws aws = LocalAws.builder().start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void turnsTlsAwayWithoutWaiting() throws IOException {
        try (Socket client = connection()) {
            client.getOutputStream().write(new byte[] {0x16, 0x03, 0x01, 0x02, 0x00, 0x01});
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.0 400 Bad Request\r\n");
        }
    }

    @Test
    void makesATlsClientFailAtOnce() {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://" + aws.registryHost() + "/v2/"))
                .build();
        assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void leadsHttpToTheServerBehindIt() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(aws.endpoint().resolve("/v2/")).build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("Not Authorized");
    }

    @Test
    void toleratesAVisitorWhoSaysNothing() throws Exception {
        connection().close();
        leadsHttpToTheServerBehindIt();
    }

    private Socket connection() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), aws.endpoint().getPort());
    }
}
