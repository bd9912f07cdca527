package org.ecsdelivery.aws.call;

import java.io.IOException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;

/**
 * What a thread goes through while it connects: a host may let nobody connect who does not say so first. It is asked on the very thread
 * that connects, for every attempt.
 */
@FunctionalInterface
public interface Passage {
    /** Of hosts that let everybody connect, as agents do. */
    Passage FREE = ExecutableHttpRequest::call;

    /**
     * Sends a request.
     *
     * @throws IOException as the request does
     */
    HttpExecuteResponse through(ExecutableHttpRequest request) throws IOException;
}
