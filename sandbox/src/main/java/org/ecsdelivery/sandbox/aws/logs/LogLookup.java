package org.ecsdelivery.sandbox.aws.logs;

import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;

/** Finds the group and the stream a call is about, or refuses in AWS's words. */
final class LogLookup {

    private static final String ARN_RESOURCE = ":log-group:";

    private final LogStore store;

    LogLookup(LogStore store) {
        this.store = store;
    }

    LogGroup group(AwsCall call) {
        return call.text("logGroupName")
                .or(() -> call.text("logGroupIdentifier").map(LogLookup::name))
                .flatMap(store::group)
                .orElseThrow(() -> notFound("log group"));
    }

    LogStream stream(AwsCall call) {
        LogGroup group = group(call);
        return Optional.of(call.required("logStreamName"))
                .flatMap(group::stream)
                .orElseThrow(() -> notFound("log stream"));
    }

    static AwsError alreadyThere(String what) {
        return AwsError.client("ResourceAlreadyExistsException", "The specified " + what + " already exists");
    }

    private static AwsError notFound(String what) {
        return AwsError.client("ResourceNotFoundException", "The specified " + what + " does not exist.");
    }

    private static String name(String identifier) {
        int resource = identifier.indexOf(ARN_RESOURCE);
        String name = resource < 0 ? identifier : identifier.substring(resource + ARN_RESOURCE.length());
        return name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
    }
}
