package org.ecsdelivery.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/** A file or directory that a parameter names, inside the checkout, every symbolic link followed. */
final class CheckoutFile {
    private final Path checkout;
    private final Path workingDirectory;
    private final Parameter parameter;

    CheckoutFile(Path checkout, Path workingDirectory, Parameter parameter) {
        this.checkout = checkout;
        this.workingDirectory = workingDirectory;
        this.parameter = parameter;
    }

    static CheckoutFile of(BuildRunnerContext context, Parameter parameter) {
        return new CheckoutFile(
                context.getBuild().getCheckoutDirectory().toPath(),
                context.getWorkingDirectory().toPath(),
                parameter);
    }

    /**
     * Finds the file or directory.
     *
     * @throws EngineException when there is none in the checkout
     */
    Path find(String path) {
        try {
            return inside(path);
        } catch (IOException | InvalidPathException cause) {
            throw refused(path, "cannot be read: " + cause, cause);
        }
    }

    /**
     * Reads the file, a text.
     *
     * @param most how many bytes it may have
     * @throws EngineException when there is no such file in the checkout, or it is too large, or no text
     */
    String read(String path, int most) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(path, most)))
                    .toString();
        } catch (CharacterCodingException cause) {
            throw refused(path, "is not text in UTF-8", cause);
        }
    }

    /**
     * Reads the file.
     *
     * @param most how many bytes it may have
     * @throws EngineException when there is no such file in the checkout, or it is too large
     */
    byte[] bytes(String path, int most) {
        try {
            Path file = inside(path);
            if (!Files.isRegularFile(file)) {
                throw refused(path, "is no file", null);
            }
            // who writes to it meanwhile cannot make it larger for us
            try (var content = Files.newInputStream(file)) {
                byte[] bytes = content.readNBytes(most + 1);
                if (bytes.length > most) {
                    throw refused(path, "is larger than " + most / 1024 + " KiB", null);
                }
                return bytes;
            }
        } catch (IOException | InvalidPathException cause) {
            throw refused(path, "cannot be read: " + cause, cause);
        }
    }

    private Path inside(String path) throws IOException {
        Path file = workingDirectory.resolve(path).toRealPath();
        if (!file.startsWith(checkout.toRealPath())) {
            throw refused(path, "leads to " + file + ", outside of the checkout directory " + checkout, null);
        }
        return file;
    }

    /** Makes the failure that says what is wrong with the file. */
    EngineException refused(String path, String what, @Nullable Exception cause) {
        return new EngineException(
                FailureKind.INVALID_PARAMETERS,
                parameter.label() + " (" + parameter.name() + "): '" + path + "' " + what,
                "",
                parameter.help(),
                cause);
    }
}
