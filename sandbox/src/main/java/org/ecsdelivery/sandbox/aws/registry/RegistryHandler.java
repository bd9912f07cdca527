package org.ecsdelivery.sandbox.aws.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Admits a request, sends it to the endpoint its path names, and words refusals as the protocol does. */
final class RegistryHandler implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASIC = "Basic ";

    private final ImageRegistry registry;
    private final BlobEndpoint blobs;
    private final UploadEndpoint uploads;
    private final ManifestEndpoint manifests;

    RegistryHandler(ImageRegistry registry, BlobEndpoint blobs, UploadEndpoint uploads, ManifestEndpoint manifests) {
        this.registry = registry;
        this.blobs = blobs;
        this.uploads = uploads;
        this.manifests = manifests;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            RegistryExchange exchange = new RegistryExchange(http);
            try {
                admit(exchange);
                dispatch(exchange);
            } catch (RegistryError refusal) {
                refuse(exchange, refusal);
            }
        }
    }

    private void dispatch(RegistryExchange exchange) throws IOException {
        RegistryPath path = RegistryPath.parse(exchange.path())
                .orElseThrow(() -> RegistryError.unsupported(exchange.method(), exchange.path()));
        switch (path.kind()) {
            case PING -> exchange.answer(200);
            case BLOB -> blobs.answer(exchange, path);
            case UPLOAD -> uploads.answer(exchange, path);
            case MANIFEST -> manifests.answer(exchange, path);
            case TAGS -> listTags(exchange, path);
        }
    }

    private void listTags(RegistryExchange exchange, RegistryPath path) throws IOException {
        List<String> tags = registry.existing(path.repository()).tags();
        byte[] body = JSON.writeValueAsBytes(Map.of("name", path.repository(), "tags", tags));
        exchange.with("Content-Type", "application/json").answer(200, body);
    }

    private void admit(RegistryExchange exchange) {
        String password = exchange.header("Authorization")
                .flatMap(RegistryHandler::password)
                .filter(registry.tokens()::knows)
                .orElseThrow(() -> new RegistryError(401, "UNAUTHORIZED", "Not Authorized"));
        if (registry.faults().expiresTokensNow()) {
            registry.tokens().expireAll();
        }
        if (registry.tokens().hasExpired(password)) {
            throw RegistryError.denied("Your authorization token has expired. Reauthenticate and try again.");
        }
        if (registry.faults().throttlesNow()) {
            throw new RegistryError(429, "TOOMANYREQUESTS", "Rate exceeded");
        }
    }

    private static Optional<String> password(String authorization) {
        if (!authorization.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
            String credentials = new String(decoded, StandardCharsets.UTF_8);
            String user = AuthorizationToken.USER + ":";
            return credentials.startsWith(user) ? Optional.of(credentials.substring(user.length())) : Optional.empty();
        } catch (IllegalArgumentException ignored) {
            // credentials that are not base64 are as good as none
            return Optional.empty();
        }
    }

    private static void refuse(RegistryExchange exchange, RegistryError refusal) throws IOException {
        if (refusal.status() == 401) {
            String host = exchange.header("Host").orElse("127.0.0.1");
            exchange.with(
                    "WWW-Authenticate", "Basic realm=\"http://%s/\",service=\"ecr.amazonaws.com\"".formatted(host));
        }
        Map<String, String> error = Map.of("code", refusal.code(), "message", refusal.getMessage());
        byte[] body = JSON.writeValueAsBytes(Map.of("errors", List.of(error)));
        exchange.with("Content-Type", "application/json; charset=utf-8").answer(refusal.status(), body);
    }
}
