package org.ecsdelivery.aws;

import java.util.List;
import java.util.function.Supplier;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.engine.ecs.AlarmApi;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** CloudWatch's alarms, of a metric and composite ones. */
final class CloudWatchAlarms implements AlarmApi {
    /** The most that one call describes (CloudWatch API reference, DescribeAlarms); a service has fewer. */
    private static final int MOST = 100;

    private final Supplier<CloudWatchClient> client;
    private final AwsCalls calls;

    CloudWatchAlarms(Supplier<CloudWatchClient> client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public List<String> firing(List<String> names) {
        DescribeAlarmsResponse answer = calls.of(
                new AwsOperation("cloudwatch:DescribeAlarms", "alarms " + String.join(", ", names)),
                () -> client.get()
                        .describeAlarms(request -> request.alarmNames(names)
                                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                .maxRecords(MOST)));
        List<String> ofMetrics = answer.metricAlarms().stream()
                .filter(each -> each.stateValue() == StateValue.ALARM)
                .map(MetricAlarm::alarmName)
                .toList();
        List<String> composite = answer.compositeAlarms().stream()
                .filter(each -> each.stateValue() == StateValue.ALARM)
                .map(CompositeAlarm::alarmName)
                .toList();
        return names.stream()
                .filter(each -> ofMetrics.contains(each) || composite.contains(each))
                .toList();
    }
}
