package org.ecsdelivery.agent;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jetbrains.buildServer.agent.AgentRunningBuild;
import jetbrains.buildServer.agent.BuildRunnerContext;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent.Built;
import org.ecsdelivery.engine.event.ImageEvent.PushStarted;

/**
 * What one step has made on the Docker Engine and not taken away yet, in this run and in earlier ones. It is written down on the agent
 * as soon as it is known, so that the next run knows it all, also when this one's agent is killed, and never takes another's for its own.
 */
final class OwnImages implements EngineListener {
    private static final String DIRECTORY = "ecs-delivery-images";

    private final Path file;
    private final StepLog log;
    private final List<OwnImage> earlier = new ArrayList<>();
    private Optional<OwnImage> made = Optional.empty();

    private OwnImages(Path file, StepLog log) {
        this.file = file;
        this.log = log;
    }

    /** Finds those of one step of a build configuration on one Docker Engine. */
    static OwnImages of(BuildRunnerContext context, StepLog log) {
        AgentRunningBuild build = context.getBuild();
        String engine = context.getBuildParameters().getEnvironmentVariables().getOrDefault("DOCKER_HOST", "");
        String step = build.getBuildTypeId() + "\n" + context.getId() + "\n" + engine;
        Path system = build.getAgentConfiguration().getSystemDirectory().toPath();
        return read(system.resolve(DIRECTORY).resolve(digest(step) + ".images"), log);
    }

    static OwnImages read(Path file, StepLog log) {
        OwnImages images = new OwnImages(file, log);
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.flatMap(line -> OwnImage.parse(line).stream()).forEach(images.earlier::add);
        } catch (NoSuchFileException none) {
            // the first run
        } catch (IOException | UncheckedIOException unreadable) {
            log.line("What earlier runs of this step have left on the Docker Engine is not known: " + unreadable);
        }
        return images;
    }

    @Override
    public synchronized void on(EngineEvent event) {
        if (event instanceof Built built) {
            made = Optional.of(new OwnImage(built.imageId(), List.of()));
            write();
        } else if (event instanceof PushStarted started) {
            made = made.map(image -> image.alsoNamed(List.of(started.image())));
            write();
        }
    }

    /** Returns the image of this run. */
    synchronized Optional<OwnImage> made() {
        return made;
    }

    /** Returns those of earlier runs. */
    synchronized List<OwnImage> earlier() {
        return List.copyOf(earlier);
    }

    /** Remembers, for the next run, what is there now. */
    synchronized void remember(List<OwnImage> older, Optional<OwnImage> newest) {
        earlier.clear();
        earlier.addAll(older);
        made = newest;
        write();
    }

    private void write() {
        List<String> lines = Stream.concat(earlier.stream(), made.stream())
                .map(OwnImage::line)
                .toList();
        try {
            if (lines.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.createDirectories(file.resolveSibling(".").normalize());
            // a channel would end when the thread of a build that was stopped writes to it
            try (OutputStream out = new FileOutputStream(next.toFile())) {
                out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            log.line(
                    "The images of this step could not be written down, so that its next run will not take them off the"
                            + " Docker Engine: " + failed,
                    Status.WARNING);
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
