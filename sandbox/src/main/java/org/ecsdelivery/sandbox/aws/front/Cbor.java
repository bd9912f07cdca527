package org.ecsdelivery.sandbox.aws.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Smithy RPC v2 protocol: the target stands in the path, documents are CBOR instead of JSON. */
final class Cbor {
    private static final String HEADER = "smithy-protocol";
    private static final String PROTOCOL = "rpc-v2-cbor";
    private static final Pattern PATH = Pattern.compile(".*/service/([^/]+)/operation/([^/]+)");
    private static final ObjectMapper MAPPER = new CBORMapper();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Cbor() {}

    static boolean isSpokenIn(HttpExchange exchange) {
        return PROTOCOL.equals(exchange.getRequestHeaders().getFirst(HEADER));
    }

    /** Answers what would stand in {@code X-Amz-Target} of a JSON call. */
    static Optional<String> target(HttpExchange exchange) {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        return path.matches() ? Optional.of(path.group(1) + "." + path.group(2)) : Optional.empty();
    }

    static String json(byte[] document) throws IOException {
        return document.length == 0 ? "" : MAPPER.readTree(document).toString();
    }

    /** Turns an answer into a document; half an answer stays as broken as it is. */
    static byte[] document(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set(HEADER, PROTOCOL);
        exchange.getResponseHeaders().set("Content-Type", "application/cbor");
        try {
            JsonNode tree = JSON.readTree(answer.body());
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException broken) {
            return answer.body().getBytes(StandardCharsets.UTF_8);
        }
    }
}
