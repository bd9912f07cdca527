package org.ecsdelivery.sandbox.aws.cloudwatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsError;

/**
 * What DescribeAlarms is asked, whatever the protocol.
 *
 * @param names AlarmNames
 * @param types AlarmTypes; metric alarms when there are none
 * @param state StateValue
 */
record AlarmRequest(List<String> names, List<String> types, Optional<String> state) {
    private static final int MOST = 100;

    AlarmRequest {
        if (names.size() > MOST) {
            throw AwsError.client(
                    "ValidationError",
                    "1 validation error detected: Value at 'alarmNames' failed to satisfy constraint: Member must have"
                            + " length less than or equal to " + MOST);
        }
    }

    Map<String, String> metricAlarms(AlarmBoard board) {
        return types.isEmpty() || types.contains("MetricAlarm") ? board.find(names, state, false) : Map.of();
    }

    Map<String, String> compositeAlarms(AlarmBoard board) {
        return types.contains("CompositeAlarm") ? board.find(names, state, true) : Map.of();
    }
}
