package org.ecsdelivery.aws.call;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ecsdelivery.aws.call.DirectCall.Answer;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * Calls a service without its client, which would make the plugin many times larger than these few calls are worth: signed by the
 * SDK's own signer, over its own connections, tried again as its clients do.
 */
public final class DirectCalls {
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final Transport transport;
    private final RequestCount requests;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private volatile Clock signingClock;

    /**
     * How calls travel.
     *
     * @param http the connections
     * @param retries when a call is made again
     * @param limit how long a call may take with all its attempts
     * @param clock what that is measured by
     */
    record Transport(SdkHttpClient http, RetryStrategy retries, Duration limit, InstantSource clock) {}

    DirectCalls(AwsCredentialsProvider credentials, String region, Transport transport, RequestCount requests) {
        this.credentials = credentials;
        this.region = region;
        this.transport = transport;
        this.requests = requests;
        this.signingClock = transport.clock().withZone(ZoneOffset.UTC);
    }

    /**
     * Makes a call.
     *
     * @throws AwsServiceException when the service refuses it
     * @throws SdkClientException when there is no usable answer
     */
    public Answer send(DirectCall call) {
        Instant end = transport.clock().instant().plus(transport.limit());
        RetryToken token = transport
                .retries()
                .acquireInitialToken(AcquireInitialTokenRequest.create(call.service()))
                .token();
        while (true) {
            try {
                Answer answer = attempt(call);
                transport.retries().recordSuccess(RecordSuccessRequest.create(token));
                return answer;
            } catch (SdkException e) {
                token = again(token, e, end);
            }
        }
    }

    private RetryToken again(RetryToken token, SdkException failure, Instant end) {
        try {
            RefreshRetryTokenResponse next = transport
                    .retries()
                    .refreshRetryToken(RefreshRetryTokenRequest.builder()
                            .token(token)
                            .failure(failure)
                            .build());
            if (!transport.clock().instant().plus(next.delay()).isBefore(end)) {
                throw ApiCallTimeoutException.create(
                        "no answer in " + transport.limit().toSeconds() + " s", failure);
            }
            pause(next.delay());
            return next.token();
        } catch (TokenAcquisitionFailedException noMore) {
            throw failure;
        }
    }

    private static void pause(Duration delay) {
        try {
            // nobody ever gives the permit: this is a wait that an interrupt ends
            new Semaphore(0).tryAcquire(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted between two attempts", e);
        }
    }

    private Answer attempt(DirectCall call) {
        SignedRequest signed = signed(call);
        requests.count(call.action());
        try {
            HttpExecuteResponse response = transport
                    .http()
                    .prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElse(null))
                            .build())
                    .call();
            Answer answer = new Answer(response.httpResponse(), body(response));
            if (!answer.head().isSuccessful()) {
                throw refused(call, answer);
            }
            return answer;
        } catch (IOException e) {
            throw SdkClientException.create("Unable to execute HTTP request", e);
        }
    }

    private AwsServiceException refused(DirectCall call, Answer answer) {
        AwsServiceException refusal = Refusals.of(call, answer, signingClock.instant());
        if (refusal.isClockSkewException()) {
            Clock ours = transport.clock().withZone(ZoneOffset.UTC);
            Refusals.saidAt(answer)
                    .ifPresent(theirs -> signingClock = Clock.offset(ours, Duration.between(ours.instant(), theirs)));
        }
        return refusal;
    }

    private static byte[] body(HttpExecuteResponse response) throws IOException {
        if (response.responseBody().isEmpty()) {
            return new byte[0];
        }
        try (InputStream body = response.responseBody().get()) {
            return body.readAllBytes();
        }
    }

    private SignedRequest signed(DirectCall call) {
        AwsCredentials identity = credentials.resolveCredentials();
        boolean objects = call.service().equals("s3");
        return signer.sign(to -> to.identity(identity)
                .request(call.request())
                .payload(ContentStreamProvider.fromByteArray(call.body()))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, call.service())
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                // the path of an object is signed as it is sent (S3 API reference, "Signature calculations")
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !objects)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !objects)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true)
                .putProperty(HttpSigner.SIGNING_CLOCK, signingClock));
    }
}
