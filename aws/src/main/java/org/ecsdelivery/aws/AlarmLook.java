package org.ecsdelivery.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.QueryService;
import org.ecsdelivery.engine.doctor.AlarmFacts;
import org.ecsdelivery.engine.doctor.Seen;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;

/**
 * Looks at alarms and at who hears of them.
 *
 * @param client CloudWatch
 * @param sns SNS
 * @param calls waits for CloudWatch
 */
record AlarmLook(Supplier<CloudWatchClient> client, QueryService sns, AwsCalls calls) {
    private static final int MOST = 100;

    List<AlarmFacts> facts(List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        DescribeAlarmsResponse answer = calls.of(
                new AwsOperation("cloudwatch:DescribeAlarms", "alarms " + String.join(", ", names)),
                () -> client.get()
                        .describeAlarms(request -> request.alarmNames(names)
                                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                .maxRecords(MOST)));
        List<AlarmFacts> found = new ArrayList<>();
        Stream.concat(
                        answer.metricAlarms().stream()
                                .map(each -> facts(each.alarmName(), each.actionsEnabled(), each.alarmActions())),
                        answer.compositeAlarms().stream()
                                .map(each -> facts(each.alarmName(), each.actionsEnabled(), each.alarmActions())))
                .forEach(found::add);
        names.stream()
                .filter(name -> found.stream().noneMatch(each -> each.name().equals(name)))
                .map(name -> new AlarmFacts(name, false, false, List.of(), 0))
                .toList()
                .forEach(found::add);
        return found;
    }

    private AlarmFacts facts(String name, Boolean enabled, List<String> actions) {
        List<AlarmFacts.Topic> topics = actions.stream()
                .filter(AlarmLook::isTopic)
                .map(arn -> new AlarmFacts.Topic(arn, Seen.look(() -> subscribers(arn))))
                .toList();
        return new AlarmFacts(name, true, !Boolean.FALSE.equals(enabled), topics, actions.size() - topics.size());
    }

    private static boolean isTopic(String arn) {
        return arn.matches("arn:[^:]+:sns:.*");
    }

    /** A topic that is not there reaches nobody. */
    private int subscribers(String topic) {
        AwsOperation operation = new AwsOperation("sns:GetTopicAttributes", topic);
        return calls.of(operation, () -> {
            try {
                return QueryService.below(
                                sns.asked(operation, Map.of("TopicArn", topic)),
                                "GetTopicAttributesResult",
                                "Attributes",
                                "entry")
                        .filter(each -> QueryService.text(each, "key").equals("SubscriptionsConfirmed"))
                        .map(each -> Integer.valueOf(QueryService.text(each, "value")))
                        .findFirst()
                        .orElse(0);
            } catch (AwsServiceException e) {
                if ("NotFound".equals(e.awsErrorDetails().errorCode())) {
                    return 0;
                }
                throw e;
            }
        });
    }
}
