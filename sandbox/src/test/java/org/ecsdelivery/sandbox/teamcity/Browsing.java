package org.ecsdelivery.sandbox.teamcity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen and without scripts: it keeps the session's cookie and its token. */
final class Browsing {
    private static final Pattern TOKEN = Pattern.compile("name=\"tc-csrf-token\" content=\"([^\"]+)\"");

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browsing(String address) {
        this.address = address;
    }

    HttpResponse<String> open(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /** Sends a form as the pages' script does, with the token of the session. */
    HttpResponse<String> submit(String path, Map<String, String> fields) throws Exception {
        return send(post(path, fields).header("X-TC-CSRF-Token", token()));
    }

    HttpRequest.Builder post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    String token() throws Exception {
        Matcher token = TOKEN.matcher(open("/overview.html").body());
        if (!token.find()) {
            throw new AssertionError("The page carries no token.");
        }
        return token.group(1);
    }

    void workAs(Role role) throws Exception {
        submit("/switchUser.html", Map.of("role", role.name()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
