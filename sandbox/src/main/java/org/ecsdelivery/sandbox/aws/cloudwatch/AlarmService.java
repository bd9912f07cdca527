package org.ecsdelivery.sandbox.aws.cloudwatch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Json;

/** Amazon CloudWatch as newer SDKs speak to it: Smithy RPC v2, whose documents the front turns from CBOR and back. */
public final class AlarmService implements AwsService {
    private final AwsAccount account;
    private final AlarmBoard board;

    /** Puts alarms on the wire. */
    public AlarmService(AwsAccount account, AlarmBoard board) {
        this.account = account;
        this.board = board;
    }

    @Override
    public String name() {
        return "cloudwatch";
    }

    @Override
    public String wireName() {
        return "GraniteServiceVersion20100801";
    }

    @Override
    public Answer answer(AwsCall call) {
        if (!call.operation().equals("DescribeAlarms")) {
            throw AwsService.unknownOperation(call);
        }
        AlarmRequest asked =
                new AlarmRequest(call.texts("AlarmNames"), call.texts("AlarmTypes"), call.text("StateValue"));
        ObjectNode answer = Json.object();
        answer.set("MetricAlarms", alarms(asked.metricAlarms(board)));
        answer.set("CompositeAlarms", alarms(asked.compositeAlarms(board)));
        return Answer.json(answer);
    }

    private ArrayNode alarms(Map<String, String> found) {
        ArrayNode all = Json.array();
        found.forEach((name, state) -> {
            ObjectNode alarm = all.addObject()
                    .put("AlarmName", name)
                    .put("AlarmArn", account.arn("cloudwatch", "alarm:" + name))
                    .put("ActionsEnabled", board.acts(name))
                    .put("StateValue", state);
            board.actionsOf(name).forEach(alarm.putArray("AlarmActions")::add);
        });
        return all;
    }
}
