package org.ecsdelivery.sandbox.aws.front;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes back over the wire: HTTP status, content type, body and headers of the service. */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {
    static final String JSON = "application/x-amz-json-1.1";
    static final String XML = "text/xml";

    /** Makes an answer without headers of its own. */
    public Answer(int status, String contentType, String body) {
        this(status, contentType, body, Map.of());
    }

    /** Makes the successful answer of a JSON service. */
    public static Answer json(JsonNode body) {
        return new Answer(200, JSON, body.toString());
    }

    /**
     * Makes the successful answer of a Query service: the given XML inside {@code <OperationResult>}, with the request
     * id behind it.
     */
    public static Answer query(AwsCall call, String namespace, String inner) {
        String operation = call.operation();
        String result = Xml.element(operation + "Result", inner);
        String metadata = Xml.element("ResponseMetadata", Xml.text("RequestId", call.requestId()));
        String opened = "<" + operation + "Response xmlns=\"" + Xml.escaped(namespace) + "\">";
        return new Answer(200, XML, opened + result + metadata + "</" + operation + "Response>");
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
