package org.ecsdelivery.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AwsAloneTest {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: aws\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void printsItsAddressAndNothingElse() throws Exception {
        AwsAlone.run(InputStream.nullInputStream(), out);

        assertThat(address()).hasScheme("http").hasHost("127.0.0.1");
    }

    @Test
    void endsWithItsInput() throws Exception {
        try (Socket connection = new Socket()) {
            AwsAlone.run(endingOnceAnsweredOver(connection), out);

            assertThat(ended(connection)).isTrue();
        }
    }

    /** The end is seen on a connection made before it: the port, once free, may be anybody's the next moment. */
    private InputStream endingOnceAnsweredOver(Socket connection) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                connection.connect(
                        new InetSocketAddress(address().getHost(), address().getPort()));
                connection.setSoTimeout(PATIENCE_MILLIS);
                connection.getOutputStream().write(REQUEST);
                assertThat(connection.getInputStream().read()).isEqualTo('H');
                return -1;
            }
        };
    }

    private static boolean ended(Socket connection) throws IOException {
        try {
            connection.getInputStream().readAllBytes();
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }

    private URI address() {
        return URI.create(printed.toString(StandardCharsets.UTF_8).strip());
    }
}
