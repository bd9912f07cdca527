package org.ecsdelivery.docker.upload;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends build contexts through the engine's socket file itself, and leaves everything else to the transport that came with
 * docker-java: that one copies a context four times over and hands the kernel 8 KiB of it at a time.
 */
public final class UploadTransport implements DockerHttpClient {
    private final DockerHttpClient others;
    private final Path socket;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Makes the transport.
     *
     * @param others for all requests that are no upload
     * @param socket where the engine listens
     */
    public UploadTransport(DockerHttpClient others, Path socket) {
        this.others = others;
        this.socket = socket;
    }

    @Override
    public Response execute(Request request) {
        InputStream body = request.body();
        return body instanceof ReadableByteChannel context ? uploaded(request, context) : others.execute(request);
    }

    /** The answer is read while the context is sent: an engine may refuse it long before it has seen its end. */
    private Response uploaded(Request request, ReadableByteChannel context) {
        try {
            SocketChannel channel = connected();
            Sender sender = Sender.start(channel, head(request), context);
            try {
                return EngineAnswer.readFrom(channel);
            } catch (IOException unanswered) {
                channel.close();
                throw sender.failure().orElse(unanswered);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SocketChannel connected() throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        open.add(channel);
        if (closed) {
            // meanwhile, by another thread
            channel.close();
        }
        return channel;
    }

    private static byte[] head(Request request) {
        StringBuilder head =
                new StringBuilder(request.method() + " " + request.path() + " HTTP/1.1\r\nHost: docker\r\n");
        request.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Transfer-Encoding: chunked\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (SocketChannel each : open) {
            each.close();
        }
        others.close();
    }
}
