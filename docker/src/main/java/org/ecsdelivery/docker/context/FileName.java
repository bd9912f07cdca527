package org.ecsdelivery.docker.context;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Names of files as UTF-8, also on an agent whose locale is not: there Java cannot say what a name reads like, but keeps its
 * bytes, and the path's URI shows them.
 */
final class FileName {
    private static final char UNREADABLE = '\uFFFD';

    private FileName() {}

    static String of(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.indexOf(UNREADABLE) < 0 ? name : ofBytes(path);
    }

    /** Returns a whole path, absolute or not. */
    static String ofAll(Path path) {
        String text = path.toString();
        if (text.indexOf(UNREADABLE) < 0) {
            return text;
        }
        String separator = path.getFileSystem().getSeparator();
        String start = path.isAbsolute() ? path.getRoot().toString() : "";
        return StreamSupport.stream(path.spliterator(), false)
                .map(FileName::of)
                .collect(Collectors.joining(separator, start, ""));
    }

    private static String ofBytes(Path path) {
        String uri = path.toUri().getRawPath();
        String trimmed = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        String last = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        return URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
