package org.ecsdelivery.aws.call;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Connections that are made in a passage.
 *
 * @param connections the connections
 * @param passage what every request goes through
 */
record PassingConnections(SdkHttpClient connections, Passage passage) implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = connections.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                AtomicReference<HttpExecuteResponse> answer = new AtomicReference<>();
                passage.through(() -> answer.set(prepared.call()));
                return Optional.ofNullable(answer.get())
                        .orElseThrow(() -> new IOException("this host did not let the request through"));
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return connections.clientName();
    }

    @Override
    public void close() {
        connections.close();
    }
}
