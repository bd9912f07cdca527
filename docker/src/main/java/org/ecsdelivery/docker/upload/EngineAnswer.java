package org.ecsdelivery.docker.upload;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What an engine answers to an upload: a head, and a body that grows as the work goes on. */
final class EngineAnswer implements DockerHttpClient.Response {
    private static final int LONGEST_LINE = 64 * 1024;

    private final SocketChannel channel;
    private final int status;
    private final Map<String, List<String>> headers;
    private final InputStream body;

    private EngineAnswer(SocketChannel channel, int status, Map<String, List<String>> headers, InputStream body) {
        this.channel = channel;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Waits for the head of an answer. */
    static EngineAnswer readFrom(SocketChannel channel) throws IOException {
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
        String first = line(in);
        if (!first.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new ProtocolException(
                    first.isEmpty() ? "the connection ended without an answer" : "'" + first + "' is no answer");
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = Math.max(0, line.indexOf(':'));
            headers.put(
                    line.substring(0, colon), List.of(line.substring(colon + 1).strip()));
        }
        return new EngineAnswer(channel, Integer.parseInt(first.substring(9, 12)), headers, body(headers, in));
    }

    private static InputStream body(Map<String, List<String>> headers, InputStream in) {
        String coding = String.join(",", headers.getOrDefault("Transfer-Encoding", List.of()));
        String length = String.join(",", headers.getOrDefault("Content-Length", List.of()));
        if (coding.toLowerCase(Locale.ROOT).contains("chunked")) {
            return new AnswerBody(in, 0, true);
        }
        return length.isEmpty() ? in : new AnswerBody(in, Long.parseLong(length), false);
    }

    /** Reads a line; nothing at the end of the stream. */
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
            if (line.length() > LONGEST_LINE) {
                throw new ProtocolException("the answer has a line that does not end");
            }
        }
        return line.toString().stripTrailing();
    }

    @Override
    public int getStatusCode() {
        return status;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return headers;
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the answer was read; what the kernel thinks of the closing changes nothing
        }
    }
}
