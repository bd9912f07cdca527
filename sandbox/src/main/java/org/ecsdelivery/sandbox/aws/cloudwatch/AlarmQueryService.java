package org.ecsdelivery.sandbox.aws.cloudwatch;

import java.util.Map;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Protocol;
import org.ecsdelivery.sandbox.aws.front.Xml;

/** Amazon CloudWatch as API version 2010-08-01 words it, which the {@code aws} command speaks. */
public final class AlarmQueryService implements AwsService {
    private static final String NAMESPACE = "https://monitoring.amazonaws.com/doc/2010-08-01/";

    private final AwsAccount account;
    private final AlarmBoard board;

    /** Puts alarms on the wire. */
    public AlarmQueryService(AwsAccount account, AlarmBoard board) {
        this.account = account;
        this.board = board;
    }

    @Override
    public String name() {
        return "cloudwatch";
    }

    @Override
    public String wireName() {
        return "2010-08-01";
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public Answer answer(AwsCall call) {
        if (!call.operation().equals("DescribeAlarms")) {
            throw AwsService.unknownOperation(call);
        }
        AlarmRequest asked =
                new AlarmRequest(call.members("AlarmNames"), call.members("AlarmTypes"), call.param("StateValue"));
        return Answer.query(
                call,
                NAMESPACE,
                alarms("MetricAlarms", asked.metricAlarms(board))
                        + alarms("CompositeAlarms", asked.compositeAlarms(board)));
    }

    private String alarms(String name, Map<String, String> found) {
        return Xml.members(
                name,
                found.entrySet().stream()
                        .map(each -> Xml.text("AlarmName", each.getKey())
                                + Xml.text("AlarmArn", account.arn("cloudwatch", "alarm:" + each.getKey()))
                                + Xml.text("ActionsEnabled", String.valueOf(board.acts(each.getKey())))
                                + Xml.members("AlarmActions", board.actionsOf(each.getKey()))
                                + Xml.text("StateValue", each.getValue()))
                        .toList());
    }
}
