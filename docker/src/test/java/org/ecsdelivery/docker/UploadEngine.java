package org.ecsdelivery.docker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * As much of a Docker Engine as a build needs that has no steps: it takes the build context, hands it to whoever wants to see
 * it, and says that an image was built. The docker command and our own engine talk to it alike.
 */
public final class UploadEngine implements AutoCloseable {
    private static final int BUFFER = 256 * 1024;
    private static final String IMAGE = "sha256:" + "0123456789abcdef".repeat(4);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nOstype: linux\r\n"
            + "Docker-Experimental: false\r\nContent-Type: application/json\r\n";

    private final ServerSocketChannel door;
    private final Path socket;
    private final Taker taker;

    /** Sees each context that arrives, as the tar stream that it is. */
    @FunctionalInterface
    public interface Taker {
        /** Reads a context. */
        void take(InputStream tar) throws IOException;
    }

    /** Opens an engine at a socket file. */
    public UploadEngine(Path socket, Taker taker) {
        this.socket = socket;
        this.taker = taker;
        try {
            door = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::admitAll);
    }

    /** Returns the address as {@code DOCKER_HOST} names it. */
    public String address() {
        return "unix://" + socket;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "upload-engine");
        thread.setDaemon(true);
        thread.start();
    }

    private void admitAll() {
        try {
            while (door.isOpen()) {
                SocketChannel visitor = door.accept();
                start(() -> serve(visitor));
            }
        } catch (IOException expected) {
            // closing the door is what ends the wait for visitors
        }
    }

    private void serve(SocketChannel visitor) {
        try (visitor;
                InputStream in = new BufferedInputStream(Channels.newInputStream(visitor), BUFFER);
                OutputStream out = Channels.newOutputStream(visitor)) {
            for (String request = line(in); !request.isEmpty(); request = line(in)) {
                boolean chunked = false;
                for (String header = line(in); !header.isEmpty(); header = line(in)) {
                    chunked |= header.equalsIgnoreCase("Transfer-Encoding: chunked");
                }
                if (chunked) {
                    taken(new Chunks(in));
                }
                out.write(answer(request).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException visitorGone) {
            // what became of the visitor, the test sees on the visitor's side
        }
    }

    private void taken(InputStream tar) throws IOException {
        taker.take(tar);
        tar.skip(Long.MAX_VALUE);
    }

    private static String answer(String request) {
        if (request.startsWith("HEAD")) {
            return HEAD + "Content-Length: 0\r\n\r\n";
        }
        String body = "{\"Id\":\"" + IMAGE + "\",\"Size\":0,\"ApiVersion\":\"1.41\",\"Version\":\"20.10.0\"}";
        if (request.contains("/build?")) {
            body = "{\"aux\":{\"ID\":\"" + IMAGE + "\"}}\n{\"stream\":\"Successfully built 0123456789ab\\n\"}\n";
        }
        return HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    /** A body in chunks, without their frames. */
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private long left;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
        }

        private boolean more() throws IOException {
            if (left == 0 && !ended) {
                String size = line(in);
                // each chunk ends with a line break of its own
                String digits = size.isEmpty() ? line(in) : size;
                if (digits.isEmpty()) {
                    throw new IOException("the connection ended before a chunk");
                }
                left = Long.parseLong(digits, 16);
                if (left == 0) {
                    line(in);
                    ended = true;
                }
            }
            return !ended;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!more()) {
                return -1;
            }
            int count = in.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new IOException("the connection ended within a chunk");
            }
            left -= count;
            return count;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = 0;
            byte[] some = new byte[BUFFER];
            for (int count = 0; count >= 0 && skipped < wanted; skipped += Math.max(0, count)) {
                count = read(some, 0, some.length);
            }
            return skipped;
        }
    }
}
