package org.ecsdelivery.engine.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.engine.doctor.Entrance.Reach;

/** The load balancer must be let in where the tasks listen. */
final class ClosedSecurityGroup implements Rule {
    @Override
    public String id() {
        return "security-group";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        return pipeline.entrances().value().orElse(List.of()).stream()
                .flatMap(each -> each.reach().value().stream()
                        .filter(reach -> !reach.isOpen())
                        .map(reach -> finding(each, reach)))
                .toList();
    }

    private Finding finding(Entrance entrance, Reach reach) {
        String groups = String.join(", ", reach.tasks());
        String source = reach.loadBalancer().isEmpty()
                ? " --cidr RANGE-OF-THE-LOAD-BALANCER"
                : " --source-group " + reach.loadBalancer().get(0);
        return new Finding(
                id(),
                Severity.ERROR,
                "security group " + groups,
                "lets in " + (reach.allowed().isEmpty() ? "nothing" : allowed(reach)) + ", not " + reach.ports()
                        + (reach.loadBalancer().isEmpty()
                                ? ""
                                : " from " + String.join(", ", reach.loadBalancer()) + " of the load balancer"),
                "Health checks of target group " + entrance.targetGroup()
                        + " do not arrive, so no new task ever becomes healthy",
                "aws ec2 authorize-security-group-ingress --group-id "
                        + reach.tasks().stream().findFirst().orElse("GROUP") + " --protocol tcp --port "
                        + (reach.from() == reach.to() ? reach.from() : reach.from() + "-" + reach.to()) + source);
    }

    private static String allowed(Reach reach) {
        return reach.allowed().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    public Optional<String> unseen(Pipeline pipeline) {
        if (pipeline.entrances().value().isEmpty()) {
            return Optional.of(pipeline.entrances().reason());
        }
        return pipeline.entrances().value().get().stream()
                .map(Entrance::reach)
                .filter(each -> each.value().isEmpty())
                .map(Seen::reason)
                .findFirst();
    }
}
