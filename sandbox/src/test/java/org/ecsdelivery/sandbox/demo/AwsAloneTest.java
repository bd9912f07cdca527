package org.ecsdelivery.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AwsAloneTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void printsItsAddressAndEndsWithItsInput() throws Exception {
        AwsAlone.run(InputStream.nullInputStream(), new PrintStream(printed, true, StandardCharsets.UTF_8));

        URI endpoint = URI.create(printed.toString(StandardCharsets.UTF_8).strip());
        assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> new Socket(endpoint.getHost(), endpoint.getPort()))
                .isInstanceOf(ConnectException.class);
    }
}
