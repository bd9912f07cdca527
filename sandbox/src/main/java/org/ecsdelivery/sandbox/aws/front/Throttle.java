package org.ecsdelivery.sandbox.aws.front;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The token buckets of AWS, per account and Region, with the sizes its documentation names. */
public final class Throttle {
    private static final List<Limit> LIMITS = List.of(
            new Limit(100, 20, "ecs:DescribeServices", "ecs:ListServices"),
            new Limit(50, 5, "ecs:CreateService", "ecs:UpdateService", "ecs:DeleteService"),
            new Limit(
                    100,
                    20,
                    "ecs:DescribeTasks",
                    "ecs:ListTasks",
                    "ecs:DescribeContainerInstances",
                    "ecs:ListContainerInstances"),
            new Limit(100, 40, "ecs:RunTask", "ecs:StopTask"),
            new Limit(20, 1, "ecs:RegisterTaskDefinition", "ecs:DeregisterTaskDefinition"),
            new Limit(50, 20, "ecs:DescribeTaskDefinition", "ecs:ListTaskDefinitions"),
            new Limit(50, 20, "ecs:DescribeServiceDeployments", "ecs:ListServiceDeployments"),
            new Limit(50, 20, "ecs:DescribeServiceRevisions"),
            new Limit(200, 80, "ecs:GetTaskProtection", "ecs:UpdateTaskProtection"),
            new Limit(20, 10, "ecs:TagResource", "ecs:UntagResource"),
            new Limit(50, 20, "ecs:DescribeClusters", "ecs:ListClusters"),
            new Limit(
                    40,
                    10,
                    "elasticloadbalancing:DescribeTargetHealth",
                    "elasticloadbalancing:DescribeTargetGroups",
                    "elasticloadbalancing:DescribeTargetGroupAttributes"),
            new Limit(200, 20, "ecr:GetAuthorizationToken"));

    private final Map<String, Bucket> buckets = new HashMap<>();

    /** Fills all buckets. */
    public Throttle() {
        LIMITS.forEach(limit -> {
            Bucket bucket = new Bucket(limit.burst(), limit.perSecond());
            limit.calls().forEach(call -> buckets.put(call, bucket));
        });
    }

    private record Limit(int burst, int perSecond, List<String> calls) {
        Limit(int burst, int perSecond, String... calls) {
            this(burst, perSecond, List.of(calls));
        }
    }

    /** Takes a token for a call and answers whether there was one; calls without a known limit always pass. */
    public boolean take(AwsCall call) {
        return take(call.service() + ":" + call.operation(), call.at());
    }

    /** Takes a token for a call known by its IAM action, as in {@code ecs:DescribeTasks}, at a moment. */
    public synchronized boolean take(String action, Instant at) {
        return !buckets.containsKey(action)
                || buckets.getOrDefault(action, new Bucket(0, 0)).take(at);
    }

    private static final class Bucket {
        private final int burst;
        private final int perSecond;
        private double tokens;
        private Instant filledAt = Instant.MIN;

        Bucket(int burst, int perSecond) {
            this.burst = burst;
            this.perSecond = perSecond;
            this.tokens = burst;
        }

        boolean take(Instant at) {
            if (filledAt != Instant.MIN) {
                double seconds = Math.max(0, Duration.between(filledAt, at).toMillis() / 1000.0);
                tokens = Math.min(burst, tokens + seconds * perSecond);
            }
            filledAt = at;
            boolean taken = tokens >= 1;
            tokens -= taken ? 1 : 0;
            return taken;
        }
    }
}
