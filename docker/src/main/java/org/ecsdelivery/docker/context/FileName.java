package org.ecsdelivery.docker.context;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Names of files as UTF-8, also on an agent whose locale is not: there Java cannot say what a name reads like, but keeps its
 * bytes, and the path's URI shows them. A byte that is no UTF-8 becomes half of a character pair that no text has, so that it
 * finds its way back: Docker takes such names as they are.
 */
final class FileName {
    private static final char UNREADABLE = '\uFFFD';
    /** Added to a byte of 0x80 or more; gives the second halves of pairs from U+DC80 to U+DCFF. */
    private static final char STRAY = '\uDC00';

    private FileName() {}

    static String of(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.indexOf(UNREADABLE) < 0 ? name : text(bytesOf(path));
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

    /** Returns the bytes of a name. */
    static byte[] bytes(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
        int at = 0;
        for (int stray = nextStray(name, at); stray < name.length(); stray = nextStray(name, at)) {
            bytes.writeBytes(name.substring(at, stray).getBytes(StandardCharsets.UTF_8));
            bytes.write(name.charAt(stray) - STRAY);
            at = stray + 1;
        }
        bytes.writeBytes(name.substring(at).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static int nextStray(String name, int from) {
        int at = from;
        while (at < name.length() && !isStray(name, at)) {
            at++;
        }
        return at;
    }

    private static boolean isStray(String name, int at) {
        char c = name.charAt(at);
        return c >= STRAY + 0x80 && c <= STRAY + 0xFF && (at == 0 || !Character.isHighSurrogate(name.charAt(at - 1)));
    }

    static String text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        for (CoderResult end = decoder.decode(in, out, true); end.isError(); end = decoder.decode(in, out, true)) {
            for (int i = 0; i < end.length(); i++) {
                out.put((char) (STRAY + (in.get() & 0xff)));
            }
            decoder.reset();
        }
        return out.flip().toString();
    }

    /** What the URI writes as it is, and what it writes as {@code %} and two digits. */
    private static byte[] bytesOf(Path path) {
        String uri = path.toUri().getRawPath();
        String trimmed = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        String last = trimmed.substring(trimmed.lastIndexOf('/') + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(last.length());
        for (int at = 0; at < last.length(); at++) {
            boolean escaped = last.charAt(at) == '%';
            bytes.write(escaped ? Integer.parseInt(last.substring(at + 1, at + 3), 16) : last.charAt(at));
            at += escaped ? 2 : 0;
        }
        return bytes.toByteArray();
    }
}
