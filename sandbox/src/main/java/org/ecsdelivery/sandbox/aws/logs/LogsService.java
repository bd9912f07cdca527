package org.ecsdelivery.sandbox.aws.logs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsService;

/** Amazon CloudWatch Logs as API version 2014-03-28 words it. */
public final class LogsService implements AwsService {

    private final Map<String, Function<AwsCall, JsonNode>> operations;

    /** Puts the API in front of a store. */
    public LogsService(AwsAccount account, LogStore store) {
        LogLookup lookup = new LogLookup(store);
        GroupOperations groups = new GroupOperations(account, store, lookup);
        EventOperations events = new EventOperations(store, lookup);
        this.operations = Map.of(
                "CreateLogGroup", groups::create,
                "CreateLogStream", groups::createStream,
                "DescribeLogGroups", groups::describe,
                "DescribeLogStreams", groups::describeStreams,
                "PutLogEvents", events::put,
                "GetLogEvents", events::get,
                "FilterLogEvents", events::filter);
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public String wireName() {
        return "Logs_20140328";
    }

    @Override
    public Answer answer(AwsCall call) {
        Function<AwsCall, JsonNode> operation = operations.get(call.operation());
        if (operation == null) {
            throw AwsService.unknownOperation(call);
        }
        return Answer.json(operation.apply(call));
    }
}
