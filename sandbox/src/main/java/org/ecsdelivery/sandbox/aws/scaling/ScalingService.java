package org.ecsdelivery.sandbox.aws.scaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.scaling.ScalableTargets.ScalableTarget;

/** Application Auto Scaling as API version 2016-02-06 words it. */
public final class ScalingService implements AwsService {
    private static final String NAMESPACE = "ecs";
    private static final String DIMENSION = "ecs:service:DesiredCount";

    private final AwsAccount account;
    private final ScalableTargets targets;

    /** Puts the scalable targets on the wire. */
    public ScalingService(AwsAccount account, ScalableTargets targets) {
        this.account = account;
        this.targets = targets;
    }

    @Override
    public String name() {
        return "application-autoscaling";
    }

    @Override
    public String wireName() {
        return "AnyScaleFrontendService";
    }

    @Override
    public Answer answer(AwsCall call) {
        if (!call.operation().equals("DescribeScalableTargets")) {
            throw AwsService.unknownOperation(call);
        }
        return Answer.json(described(call));
    }

    private JsonNode described(AwsCall call) {
        String namespace = call.text("ServiceNamespace")
                .orElseThrow(() -> AwsError.client(
                        "ValidationException",
                        "1 validation error detected: Value null at 'serviceNamespace' failed to satisfy constraint:"
                                + " Member must not be null"));
        List<String> asked = call.texts("ResourceIds");
        ArrayNode found = Json.array();
        if (namespace.equals(NAMESPACE)
                && call.text("ScalableDimension").orElse(DIMENSION).equals(DIMENSION)) {
            targets.all().forEach((id, target) -> {
                if (asked.isEmpty() || asked.contains(id)) {
                    found.add(described(id, target));
                }
            });
        }
        return Json.object().set("ScalableTargets", found);
    }

    private ObjectNode described(String id, ScalableTarget target) {
        ObjectNode node = Json.object()
                .put("ServiceNamespace", NAMESPACE)
                .put("ResourceId", id)
                .put("ScalableDimension", DIMENSION)
                .put("MinCapacity", target.minimum())
                .put("MaxCapacity", target.maximum())
                .put(
                        "RoleARN",
                        "arn:aws:iam::" + account.id()
                                + ":role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService");
        node.set("CreationTime", Json.epoch(account.clock().instant()));
        node.putObject("SuspendedState")
                .put("DynamicScalingInSuspended", target.suspended())
                .put("DynamicScalingOutSuspended", target.suspended())
                .put("ScheduledScalingSuspended", target.suspended());
        return node;
    }
}
