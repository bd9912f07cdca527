package org.ecsdelivery.aws.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * One call that no client of the SDK makes.
 *
 * @param service the service's name in signatures
 * @param action the IAM action
 * @param request the request without its signature
 * @param body what is sent, perhaps secret
 */
public record DirectCall(String service, String action, SdkHttpRequest request, byte[] body) {

    /** Makes a call in AWS JSON 1.1 (Smithy, "AWS JSON 1.1 protocol"). */
    static DirectCall json(URI address, AwsOperation operation, String target, RawObject body) {
        byte[] bytes = body.json().getBytes(StandardCharsets.UTF_8);
        String service = operation.action().replaceFirst(":.*", "");
        SdkHttpRequest request = request(SdkHttpMethod.POST, address, bytes.length)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", target + "." + operation.action().replaceFirst(".*:", ""))
                .build();
        return new DirectCall(service, operation.action(), request, bytes);
    }

    /** Makes a call in the Query protocol (Smithy, "AWS query protocol"): a form is sent, and XML comes back. */
    static DirectCall query(URI address, AwsOperation operation, String version, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", operation.action().replaceFirst(".*:", ""));
        form.put("Version", version);
        form.putAll(parameters);
        byte[] bytes = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
        SdkHttpRequest request = request(SdkHttpMethod.POST, address, bytes.length)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .build();
        return new DirectCall(operation.action().replaceFirst(":.*", ""), operation.action(), request, bytes);
    }

    /** Makes a call that puts something at an address. */
    public static DirectCall put(URI address, AwsOperation operation, Map<String, String> headers, byte[] body) {
        SdkHttpRequest.Builder request = request(SdkHttpMethod.PUT, address, body.length);
        headers.forEach(request::putHeader);
        return new DirectCall(operation.action().replaceFirst(":.*", ""), operation.action(), request.build(), body);
    }

    private static SdkHttpRequest.Builder request(SdkHttpMethod method, URI address, int length) {
        return SdkHttpRequest.builder()
                .method(method)
                .uri(address)
                .putHeader("User-Agent", ProductVersion.userAgent())
                .putHeader("Content-Length", Integer.toString(length));
    }

    /** Leaves out what is sent. */
    @Override
    public String toString() {
        return action;
    }

    /**
     * What came back.
     *
     * @param head status and headers
     * @param body the body, perhaps secret
     */
    public record Answer(SdkHttpResponse head, byte[] body) {
        /** Returns the body as a JSON object. What is in it is not told when it is none: it may be half a secret. */
        public RawObject json() {
            try {
                return RawObject.parse(new String(body, StandardCharsets.UTF_8));
            } catch (UncheckedIOException | IndexOutOfBoundsException half) {
                throw SdkClientException.create("AWS's answer breaks off", new IOException("no whole JSON object"));
            }
        }

        /** Leaves the body out. */
        @Override
        public String toString() {
            return "HTTP status " + head.statusCode();
        }
    }
}
