package org.ecsdelivery.aws.call;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts the requests that are sent, by IAM action. What is sent again counts again, for AWS counts it too. */
final class RequestCount implements ExecutionInterceptor {
    /** Where the SDK's name of a service is not the first part of its IAM actions (service authorization reference). */
    private static final Map<String, String> PREFIXES = Map.of(
            "elasticloadbalancingv2", "elasticloadbalancing",
            "cloudwatchlogs", "logs",
            "applicationautoscaling", "application-autoscaling");

    private final ConcurrentMap<String, Long> sent = new ConcurrentHashMap<>();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        String service = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME))
                .toLowerCase(Locale.ROOT);
        String operation = RawBodies.operation(attributes)
                .orElseGet(() -> String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
        count(PREFIXES.getOrDefault(service, service) + ":" + operation);
    }

    /** Counts a request that no client of the SDK sends. */
    void count(String action) {
        sent.merge(action, 1L, Long::sum);
    }

    Map<String, Long> byAction() {
        return Map.copyOf(sent);
    }
}
