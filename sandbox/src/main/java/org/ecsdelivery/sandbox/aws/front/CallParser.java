package org.ecsdelivery.sandbox.aws.front;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads service, operation and caller out of one HTTP request. */
final class CallParser {
    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=([^/,]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request");
    private final AwsAccount account;
    private final List<AwsService> services;

    CallParser(AwsAccount account, List<AwsService> services) {
        this.account = account;
        this.services = services;
    }

    record Parsed(AwsService service, AwsCall call) {}

    /**
     * Reads a call.
     *
     * @param target service and operation, where they do not stand in a form
     */
    Parsed parse(Headers headers, Optional<String> target, String body, String requestId) {
        return target.map(text -> json(headers, text, body, requestId))
                .orElseGet(() -> query(headers, form(body), requestId));
    }

    /** Tells whether a call is to S3: only the signature says so. */
    boolean isRest(Headers headers) {
        String scope = scope(headers, 3, "");
        return services.stream()
                .anyMatch(each ->
                        each.protocol() == Protocol.REST && each.wireName().equals(scope));
    }

    /** Reads a REST call. */
    Parsed rest(HttpExchange exchange, byte[] bytes, String requestId) {
        Headers headers = exchange.getRequestHeaders();
        AwsService service = service(scope(headers, 3, ""), Protocol.REST);
        RestCall call = RestCall.of(exchange, bytes);
        return new Parsed(
                service,
                new AwsCall(
                        service.name(),
                        call.operation(),
                        call.body(),
                        call.params(),
                        scope(headers, 2, account.region()),
                        scope(headers, 1, ""),
                        account.clock().instant(),
                        requestId));
    }

    private Parsed json(Headers headers, String target, String body, String requestId) {
        int dot = target.lastIndexOf('.');
        AwsService service = service(target.substring(0, Math.max(0, dot)), Protocol.JSON);
        return new Parsed(
                service,
                new AwsCall(
                        service.name(),
                        target.substring(dot + 1),
                        Json.parse(body),
                        Map.of(),
                        scope(headers, 2, account.region()),
                        scope(headers, 1, ""),
                        account.clock().instant(),
                        requestId));
    }

    private Parsed query(Headers headers, Map<String, String> params, String requestId) {
        AwsService service = service(params.getOrDefault("Version", ""), Protocol.QUERY);
        return new Parsed(
                service,
                new AwsCall(
                        service.name(),
                        params.getOrDefault("Action", ""),
                        Json.object(),
                        params,
                        scope(headers, 2, account.region()),
                        scope(headers, 1, ""),
                        account.clock().instant(),
                        requestId));
    }

    private AwsService service(String wireName, Protocol protocol) {
        return services.stream()
                .filter(service ->
                        service.protocol() == protocol && service.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new AwsError(
                        "UnknownOperationException",
                        404,
                        "No service of this stand-in answers to \"" + wireName + "\"."));
    }

    private static String scope(Headers headers, int group, String otherwise) {
        String authorization =
                Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
        Matcher matcher = CREDENTIAL.matcher(authorization);
        return matcher.find() ? matcher.group(group) : otherwise;
    }

    private static Map<String, String> form(String body) {
        Map<String, String> params = new LinkedHashMap<>();
        Arrays.stream(body.split("&")).filter(pair -> !pair.isBlank()).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            params.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        });
        return params;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
