package org.ecsdelivery.sandbox.aws.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A call to S3 in path style: {@code PUT /bucket/key}.
 *
 * @param operation its name, by method and path
 * @param params bucket as {@code Bucket}, key as {@code Key}, and the headers in small letters
 * @param body an object with the bytes as {@code Body}
 */
record RestCall(String operation, Map<String, String> params, JsonNode body) {
    static RestCall of(HttpExchange exchange, byte[] bytes) {
        // decoded by java.net.URI, which leaves a plus a plus, as S3 does
        String path = exchange.getRequestURI().getPath().substring(1);
        int slash = path.indexOf('/');
        String key = slash < 0 ? "" : path.substring(slash + 1);
        Map<String, String> params = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> params.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        params.put("Bucket", slash < 0 ? path : path.substring(0, slash));
        params.put("Key", key);
        boolean chunked = params.getOrDefault("content-encoding", "").contains("aws-chunked");
        JsonNode body = Json.object().put("Body", chunked ? joined(bytes) : bytes);
        return new RestCall(operation(exchange.getRequestMethod(), key), params, body);
    }

    private static String operation(String method, String key) {
        String what = key.isEmpty() ? "Bucket" : "Object";
        return switch (method) {
            case "PUT" -> key.isEmpty() ? "CreateBucket" : "PutObject";
            case "GET" -> "Get" + what;
            case "HEAD" -> "Head" + what;
            default -> method + what;
        };
    }

    /** Joins what came as {@code SIZE;chunk-signature=...}, in pieces (S3 API reference, "Signature calculations: chunked upload"). */
    private static byte[] joined(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, end).split(";", 2)[0], 16);
            if (size == 0) {
                break;
            }
            whole.write(bytes, end + 2, size);
            at = end + 2 + size + 2;
        }
        return whole.toByteArray();
    }
}
