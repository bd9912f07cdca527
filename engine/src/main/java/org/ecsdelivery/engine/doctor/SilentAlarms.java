package org.ecsdelivery.engine.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An alarm that deployments watch must be there, and somebody must hear it. */
final class SilentAlarms implements Rule {
    @Override
    public String id() {
        return "alarm-actions";
    }

    @Override
    public List<Finding> findings(Pipeline pipeline) {
        return pipeline.alarms().value().orElse(List.of()).stream()
                .flatMap(this::of)
                .toList();
    }

    private Stream<Finding> of(AlarmFacts alarm) {
        if (!alarm.exists()) {
            return Stream.of(finding(
                    alarm,
                    Severity.ERROR,
                    "there is no such alarm, though the service's deployments watch it",
                    "Deployments that it should take back succeed",
                    "aws cloudwatch put-metric-alarm --alarm-name " + alarm.name()
                            + " ..., or infrastructure/log-alarm.yaml with AlarmName=" + alarm.name()));
        }
        if (!alarm.enabled()) {
            return Stream.of(finding(
                    alarm,
                    Severity.WARNING,
                    "its actions are disabled",
                    "Nobody is told when it goes off",
                    "aws cloudwatch enable-alarm-actions --alarm-names " + alarm.name()));
        }
        if (alarm.topics().isEmpty() && alarm.otherActions() == 0) {
            return Stream.of(finding(
                    alarm,
                    Severity.WARNING,
                    "it has no action",
                    "Nobody is told when it goes off",
                    "AlarmActions: [TOPIC-ARN] of the alarm in its template"));
        }
        boolean deaf =
                alarm.otherActions() == 0 && alarm.topics().stream().allMatch(AlarmFacts.Topic::isKnownToReachNobody);
        return deaf ? Stream.of(unheard(alarm)) : Stream.empty();
    }

    private Finding unheard(AlarmFacts alarm) {
        String topic = alarm.topics().get(0).arn();
        return finding(
                alarm,
                Severity.WARNING,
                "nobody has agreed to hear of " + topic,
                "Nobody is told when it goes off",
                "aws sns subscribe --protocol email --notification-endpoint ADDRESS --topic-arn " + topic
                        + ", and agree to the mail that AWS sends");
    }

    private Finding finding(AlarmFacts alarm, Severity severity, String value, String why, String fix) {
        return new Finding(id(), severity, "alarm " + alarm.name(), value, why, fix);
    }

    @Override
    public Optional<String> unseen(Pipeline pipeline) {
        if (pipeline.alarms().value().isEmpty()) {
            return Optional.of(pipeline.alarms().reason());
        }
        return pipeline.alarms().value().get().stream()
                .flatMap(each -> each.topics().stream())
                .map(AlarmFacts.Topic::subscribers)
                .filter(each -> each.value().isEmpty())
                .map(Seen::reason)
                .findFirst();
    }
}
