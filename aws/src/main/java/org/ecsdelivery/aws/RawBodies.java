package org.ecsdelivery.aws;

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
 * they do not know they leave out, of answers and of requests.
 */
final class RawBodies implements ExecutionInterceptor {
    private static final ExecutionAttribute<RawAnswer> HEARD = new ExecutionAttribute<>("ecs-delivery.heard");
    private static final ExecutionAttribute<String> SAID = new ExecutionAttribute<>("ecs-delivery.said");

    /** Has the answer kept as it is. */
    static AwsRequestOverrideConfiguration hearing(RawAnswer answer) {
        return AwsRequestOverrideConfiguration.builder()
                .putExecutionAttribute(HEARD, answer)
                .build();
    }

    /** Has this sent instead of what the SDK writes. */
    static AwsRequestOverrideConfiguration saying(String json) {
        return AwsRequestOverrideConfiguration.builder()
                .putExecutionAttribute(SAID, json)
                .build();
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
                        .build();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        @Nullable RawAnswer answer = attributes.getAttribute(HEARD);
        return answer == null ? context.responseBody() : context.responseBody().map(answer::listening);
    }
}
