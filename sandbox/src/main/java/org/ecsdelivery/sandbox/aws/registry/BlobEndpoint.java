package org.ecsdelivery.sandbox.aws.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves blobs, whole or from an offset on. */
final class BlobEndpoint {

    private static final Pattern FROM_OFFSET = Pattern.compile("bytes=(\\d{1,18})-");

    private final ImageRegistry registry;

    BlobEndpoint(ImageRegistry registry) {
        this.registry = registry;
    }

    void answer(RegistryExchange exchange, RegistryPath path) throws IOException {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            throw RegistryError.unsupported(exchange.method(), exchange.path());
        }
        Repository repository = registry.existing(path.repository());
        Digest digest = Digest.parse(path.reference()).filter(repository::has).orElseThrow(RegistryError::blobUnknown);
        exchange.with("Docker-Content-Digest", digest.value())
                .with("Content-Type", "application/octet-stream")
                .with("Accept-Ranges", "bytes");
        serve(exchange, digest);
    }

    private void serve(RegistryExchange exchange, Digest digest) throws IOException {
        long size = registry.store().size(digest);
        long offset = exchange.header("Range").map(BlobEndpoint::offset).orElse(0L);
        try (InputStream content = registry.store().open(digest)) {
            if (offset == 0 || offset >= size) {
                exchange.answer(200, content, size);
                return;
            }
            content.skipNBytes(offset);
            exchange.with("Content-Range", "bytes " + offset + "-" + (size - 1) + "/" + size)
                    .answer(206, content, size - offset);
        }
    }

    private static long offset(String range) {
        Matcher form = FROM_OFFSET.matcher(range);
        // a range of another form may be ignored: the whole blob is then a correct answer (RFC 9110, 14.2)
        return form.matches() ? Long.parseLong(form.group(1)) : 0;
    }
}
