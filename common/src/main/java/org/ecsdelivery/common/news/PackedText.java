package org.ecsdelivery.common.news;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Text made short, of characters that a service message need not escape. */
final class PackedText {
    private PackedText() {}

    static String pack(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException("A text cannot be packed in memory", cause);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Returns the text; nothing for what was not packed here, or unpacks to more bytes than allowed. */
    static Optional<String> unpack(String packed, int mostBytes) {
        try (InputStream zip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            byte[] bytes = zip.readNBytes(mostBytes + 1);
            return bytes.length > mostBytes ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException notPacked) {
            return Optional.empty();
        }
    }
}
