package org.ecsdelivery.aws.call;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Lets a call hear the answer as ECS wrote it, and say a body of its own. The SDK's models know the fields of their day: what
 * they do not know they leave out, of answers and of requests. An operation that they do not know is said through one that they do.
 */
public final class RawBodies implements ExecutionInterceptor {
    private static final ExecutionAttribute<RawAnswer> HEARD = new ExecutionAttribute<>("ecs-delivery.heard");
    private static final ExecutionAttribute<String> SAID = new ExecutionAttribute<>("ecs-delivery.said");
    private static final ExecutionAttribute<String> OPERATION = new ExecutionAttribute<>("ecs-delivery.operation");

    /** What AWS JSON names the operation in (Smithy, AWS JSON 1.1 protocol). */
    private static final String TARGET = "X-Amz-Target";

    /** Has the answer kept as it is. */
    public static AwsRequestOverrideConfiguration hearing(RawAnswer answer) {
        return AwsRequestOverrideConfiguration.builder()
                .putExecutionAttribute(HEARD, answer)
                .build();
    }

    /** Has this sent instead of what the SDK writes. */
    public static AwsRequestOverrideConfiguration saying(String json) {
        return AwsRequestOverrideConfiguration.builder()
                .putExecutionAttribute(SAID, json)
                .build();
    }

    /** Has this sent instead of what the SDK writes, and to another operation of the same service. */
    public static AwsRequestOverrideConfiguration saying(String json, String operation) {
        return saying(json).toBuilder()
                .putExecutionAttribute(OPERATION, operation)
                .build();
    }

    /** Returns the operation that a call goes to instead of its own. */
    static Optional<String> operation(ExecutionAttributes attributes) {
        return Optional.ofNullable(attributes.getAttribute(OPERATION));
    }

    /** Comes before the request is signed (ExecutionInterceptor). */
    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        @Nullable String json = attributes.getAttribute(SAID);
        return json == null ? context.requestBody() : Optional.of(RequestBody.fromString(json));
    }

    /** The SDK has counted the body of its own by now. */
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        @Nullable String json = attributes.getAttribute(SAID);
        return json == null
                ? context.httpRequest()
                : context.httpRequest().toBuilder()
                        .putHeader("Content-Length", Integer.toString(json.getBytes(StandardCharsets.UTF_8).length))
                        .applyMutation(request -> operation(attributes).ifPresent(name -> aim(request, name)))
                        .build();
    }

    private static void aim(SdkHttpRequest.Builder request, String operation) {
        String own = request.firstMatchingHeader(TARGET).orElse("");
        request.putHeader(TARGET, own.substring(0, own.lastIndexOf('.') + 1) + operation);
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        @Nullable RawAnswer answer = attributes.getAttribute(HEARD);
        return answer == null ? context.responseBody() : context.responseBody().map(answer::listening);
    }
}
