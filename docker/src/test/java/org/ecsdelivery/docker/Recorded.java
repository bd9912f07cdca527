package org.ecsdelivery.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.async.ResultCallbackTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Streams of a Docker Engine 20.10, one JSON document a line, recorded beside this class. */
final class Recorded {
    private static final ObjectMapper JSON =
            new Settled(DockerAddress.from(Map.of()), Optional.empty()).getObjectMapper();

    private Recorded() {}

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Recorded.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays documents, one a line, to their end. */
    static <T, C extends ResultCallbackTemplate<C, T>> C play(String documents, Class<T> type, C stream) {
        try {
            for (String document : documents.lines().toList()) {
                stream.onNext(JSON.readValue(document, type));
            }
            stream.onComplete();
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
