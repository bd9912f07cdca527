package org.ecsdelivery.sandbox.aws.front;

import java.util.Optional;

/** Words the common errors as each protocol of real AWS does. */
final class ErrorTexts {
    private ErrorTexts() {}

    static AwsError throttled(Protocol protocol) {
        return switch (protocol) {
            case JSON -> new AwsError("ThrottlingException", 400, "Rate exceeded");
            case QUERY -> new AwsError("Throttling", 400, "Rate exceeded");
            case REST -> new AwsError("SlowDown", 503, "Please reduce your request rate.");
        };
    }

    static AwsError expired(Protocol protocol) {
        String message = "The security token included in the request is expired";
        return switch (protocol) {
            case JSON -> new AwsError("ExpiredTokenException", 400, message);
            case QUERY -> new AwsError("ExpiredToken", 403, message);
            case REST -> new AwsError("ExpiredToken", 400, "The provided token has expired.");
        };
    }

    static AwsError denied(Protocol protocol, AwsAccount account, AwsCall call, Optional<String> resource) {
        String action = call.service() + ":" + call.operation();
        // S3 alone puts the ARN in quotation marks
        String mark = protocol == Protocol.REST ? "\"" : "";
        String message = "User: " + account.callerArn() + " is not authorized to perform: " + action
                + resource.map(arn -> " on resource: " + mark + arn + mark).orElse("")
                + " because no identity-based policy allows the " + action + " action";
        return protocol == Protocol.JSON
                ? new AwsError("AccessDeniedException", 400, message)
                : new AwsError("AccessDenied", 403, message);
    }

    static Answer worded(Protocol protocol, AwsError error, String requestId) {
        return switch (protocol) {
            case JSON -> json(error);
            case QUERY -> xml(error, requestId);
            case REST -> rest(error, requestId);
        };
    }

    private static Answer rest(AwsError error, String requestId) {
        String inner = Xml.text("Code", error.code())
                + Xml.text("Message", error.text())
                + Xml.text("RequestId", requestId)
                + Xml.text("HostId", "local");
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Xml.element("Error", inner);
        return new Answer(error.status(), "application/xml", body);
    }

    private static Answer json(AwsError error) {
        String body = Json.object()
                .put("__type", error.code())
                .put("message", error.text())
                .toString();
        return new Answer(error.status(), Answer.JSON, body);
    }

    private static Answer xml(AwsError error, String requestId) {
        String type = error.status() < 500 ? "Sender" : "Receiver";
        String inner = Xml.text("Type", type) + Xml.text("Code", error.code()) + Xml.text("Message", error.text());
        String body = Xml.element("Error", inner) + Xml.text("RequestId", requestId);
        return new Answer(error.status(), Answer.XML, Xml.element("ErrorResponse", body));
    }
}
