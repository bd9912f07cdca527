package org.ecsdelivery.engine.doctor;

import java.util.List;
import java.util.Optional;

/** Some listener must send requests to the target group. */
final class NoRoute implements Rule {
    @Override
    public String id() {
        return "listener-rule";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        return pipeline.entrances().value().orElse(List.of()).stream()
                .filter(each -> each.routes().isEmpty())
                .map(this::finding)
                .toList();
    }

    private Finding finding(Entrance entrance) {
        return new Finding(
                id(),
                Severity.ERROR,
                "target group " + entrance.targetGroup(),
                "no listener and no listener rule sends requests to it",
                "Its targets stay \"unused\": health checks do not begin, and a deployment waits for them for ever",
                "aws elbv2 create-rule --listener-arn LISTENER --priority 10 --conditions"
                        + " Field=host-header,Values=HOST --actions Type=forward,TargetGroupArn=ARN-OF-"
                        + entrance.targetGroup());
    }

    @Override
    public Optional<String> unseen(Pipeline pipeline) {
        return pipeline.entrances().value().isPresent()
                ? Optional.empty()
                : Optional.of(pipeline.entrances().reason());
    }
}
