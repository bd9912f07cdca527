package org.ecsdelivery.aws;

import software.amazon.awssdk.services.applicationautoscaling.endpoints.ApplicationAutoScalingEndpointProvider;
import software.amazon.awssdk.services.cloudwatch.endpoints.CloudWatchEndpointProvider;
import software.amazon.awssdk.services.cloudwatchlogs.endpoints.CloudWatchLogsEndpointProvider;
import software.amazon.awssdk.services.ecr.endpoints.EcrEndpointProvider;
import software.amazon.awssdk.services.ecs.endpoints.EcsEndpointProvider;
import software.amazon.awssdk.services.elasticloadbalancingv2.endpoints.ElasticLoadBalancingV2EndpointProvider;

/**
 * The addresses of AWS by AWS's own rules. Where a step names no address, the SDK looks for one in the agent's process
 * (AWS_ENDPOINT_URL and its kin) and cannot be told not to; what it finds is dropped here.
 */
final class OwnAddresses {
    private OwnAddresses() {}

    static EcsEndpointProvider ecs() {
        EcsEndpointProvider rules = EcsEndpointProvider.defaultProvider();
        return found -> rules.resolveEndpoint(found.toBuilder().endpoint(null).build());
    }

    static EcrEndpointProvider ecr() {
        EcrEndpointProvider rules = EcrEndpointProvider.defaultProvider();
        return found -> rules.resolveEndpoint(found.toBuilder().endpoint(null).build());
    }

    static ElasticLoadBalancingV2EndpointProvider elb() {
        ElasticLoadBalancingV2EndpointProvider rules = ElasticLoadBalancingV2EndpointProvider.defaultProvider();
        return found -> rules.resolveEndpoint(found.toBuilder().endpoint(null).build());
    }

    static CloudWatchLogsEndpointProvider logs() {
        CloudWatchLogsEndpointProvider rules = CloudWatchLogsEndpointProvider.defaultProvider();
        return found -> rules.resolveEndpoint(found.toBuilder().endpoint(null).build());
    }

    static CloudWatchEndpointProvider alarms() {
        CloudWatchEndpointProvider rules = CloudWatchEndpointProvider.defaultProvider();
        return found -> rules.resolveEndpoint(found.toBuilder().endpoint(null).build());
    }

    static ApplicationAutoScalingEndpointProvider scaling() {
        ApplicationAutoScalingEndpointProvider rules = ApplicationAutoScalingEndpointProvider.defaultProvider();
        return found -> rules.resolveEndpoint(found.toBuilder().endpoint(null).build());
    }
}
