package org.ecsdelivery.sandbox.aws.front;

import java.util.Optional;

/** Words the common errors as each protocol of real AWS does. */
final class ErrorTexts {
    private ErrorTexts() {}

    static AwsError throttled(boolean query) {
        return query
                ? new AwsError("Throttling", 400, "Rate exceeded")
                : new AwsError("ThrottlingException", 400, "Rate exceeded");
    }

    static AwsError expired(boolean query) {
        String message = "The security token included in the request is expired";
        return query ? new AwsError("ExpiredToken", 403, message) : new AwsError("ExpiredTokenException", 400, message);
    }

    static AwsError denied(boolean query, AwsAccount account, AwsCall call, Optional<String> resource) {
        String action = call.service() + ":" + call.operation();
        String message = "User: " + account.callerArn() + " is not authorized to perform: " + action
                + resource.map(arn -> " on resource: " + arn).orElse("")
                + " because no identity-based policy allows the " + action + " action";
        return query ? new AwsError("AccessDenied", 403, message) : new AwsError("AccessDeniedException", 400, message);
    }

    static Answer json(AwsError error) {
        String body = Json.object()
                .put("__type", error.code())
                .put("message", error.text())
                .toString();
        return new Answer(error.status(), Answer.JSON, body);
    }

    static Answer xml(AwsError error, String requestId) {
        String type = error.status() < 500 ? "Sender" : "Receiver";
        String inner = Xml.text("Type", type) + Xml.text("Code", error.code()) + Xml.text("Message", error.text());
        String body = Xml.element("Error", inner) + Xml.text("RequestId", requestId);
        return new Answer(error.status(), Answer.XML, Xml.element("ErrorResponse", body));
    }
}
