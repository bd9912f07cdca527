package org.ecsdelivery.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ecsdelivery.engine.coverage.html.Sources;

/** The source files of a checkout, and nothing outside of it, wherever a path or a symbolic link leads. */
final class CheckoutSources implements Sources {
    private final Path checkout;
    private final Path real;

    CheckoutSources(Path checkout) throws IOException {
        this.checkout = checkout;
        this.real = checkout.toRealPath();
    }

    @Override
    public Optional<byte[]> read(String path, int most) {
        try {
            Path file = checkout.resolve(path).toRealPath();
            if (!file.startsWith(real) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Optional.of(in.readNBytes(most));
            }
        } catch (IOException | InvalidPathException notThere) {
            return Optional.empty();
        }
    }
}
