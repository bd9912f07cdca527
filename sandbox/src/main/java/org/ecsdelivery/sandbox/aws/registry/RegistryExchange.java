package org.ecsdelivery.sandbox.aws.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** One request to the registry and the answer to it. */
final class RegistryExchange {

    private static final Pattern PARAMETERS = Pattern.compile("&");

    private final HttpExchange http;

    RegistryExchange(HttpExchange http) {
        this.http = http;
        http.getResponseHeaders().set("Docker-Distribution-Api-Version", "registry/2.0");
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name));
    }

    Optional<String> query(String name) {
        String query = http.getRequestURI().getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        return PARAMETERS
                .splitAsStream(query)
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    InputStream body() {
        return http.getRequestBody();
    }

    RegistryExchange with(String header, String value) {
        http.getResponseHeaders().set(header, value);
        return this;
    }

    void answer(int status) throws IOException {
        http.sendResponseHeaders(status, -1);
    }

    void answer(int status, byte[] content) throws IOException {
        if (!sendHeaders(status, content.length)) {
            return;
        }
        try (OutputStream out = http.getResponseBody()) {
            out.write(content);
        }
    }

    /** Streams content of a known length; to HEAD only the length is told. */
    void answer(int status, InputStream content, long length) throws IOException {
        if (!sendHeaders(status, length)) {
            return;
        }
        try (OutputStream out = http.getResponseBody()) {
            content.transferTo(out);
        }
    }

    /** Ends the connection without an answer, with part of the request unread. */
    void reset() {
        http.close();
    }

    private boolean sendHeaders(int status, long length) throws IOException {
        boolean carriesContent = !method().equals("HEAD") && length > 0;
        if (method().equals("HEAD")) {
            // the JDK's server leaves the length of an answer to HEAD to us
            with("Content-Length", Long.toString(length));
        }
        http.sendResponseHeaders(status, carriesContent ? length : -1);
        return carriesContent;
    }
}
