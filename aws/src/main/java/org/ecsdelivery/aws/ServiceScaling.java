package org.ecsdelivery.aws;

import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.ScalingApi;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.SuspendedState;

/** Application Auto Scaling, as far as it sets the desired count of ECS services. */
final class ServiceScaling implements ScalingApi {
    private final Supplier<ApplicationAutoScalingClient> client;
    private final AwsCalls calls;

    ServiceScaling(Supplier<ApplicationAutoScalingClient> client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public Optional<Range> range(ClusterName cluster, ServiceName service) {
        String resource = "service/" + cluster + "/" + service;
        return calls.of(
                new AwsOperation("application-autoscaling:DescribeScalableTargets", resource),
                () -> client
                        .get()
                        .describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS)
                                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                                .resourceIds(resource))
                        .scalableTargets()
                        .stream()
                        .filter(each -> !isSuspended(each))
                        .map(each -> new Range(each.minCapacity(), each.maxCapacity()))
                        .findFirst());
    }

    private static boolean isSuspended(ScalableTarget target) {
        SuspendedState state = target.suspendedState();
        return state != null
                && Boolean.TRUE.equals(state.dynamicScalingInSuspended())
                && Boolean.TRUE.equals(state.dynamicScalingOutSuspended())
                && Boolean.TRUE.equals(state.scheduledScalingSuspended());
    }
}
