package org.ecsdelivery.engine.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.image.built.ImageDetails;

/** A Docker Engine that understands {@code FROM ... AS}, {@code COPY source /} and {@code LABEL}, and keeps its images in memory. */
public class InMemoryImageEngine implements ImageEngine {
    private final InMemoryRegistries registries;
    private final Map<ImageReference, ImageDigest> names = new HashMap<>();
    private final List<ImageBuild> builds = new ArrayList<>();
    private final Set<String> images = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    /** Makes an engine that pushes into one registry. */
    public InMemoryImageEngine(InMemoryImageRegistry registry) {
        this(InMemoryRegistries.of(registry));
    }

    /** Makes an engine that pushes into several. */
    public InMemoryImageEngine(InMemoryRegistries registries) {
        this.registries = registries;
    }

    @Override
    public String describe() {
        return "Docker Engine 1.0 in memory";
    }

    @Override
    public String builder(ImageBuild build) {
        endIfInterrupted();
        return "The memory builds the image.";
    }

    @Override
    public BuiltImage build(ImageBuild build, Consumer<String> output) {
        endIfInterrupted();
        builds.add(build);
        MessageDigest content = sha256();
        content.update(new TreeMap<>(build.labels()).toString().getBytes(StandardCharsets.UTF_8));
        long bytes = 0;
        boolean targetSeen = build.target().isEmpty();
        List<String> steps = lines(build.dockerfile());
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            output.accept("Step " + (i + 1) + "/" + steps.size() + " : " + step);
            targetSeen |= build.target().filter(t -> step.endsWith(" AS " + t)).isPresent();
            content.update(step.getBytes(StandardCharsets.UTF_8));
            if (step.startsWith("COPY ")) {
                bytes += copy(build.context(), step, content);
            }
        }
        if (!targetSeen) {
            throw failed("failed to reach build target " + build.target().orElse("") + " in Dockerfile");
        }
        String id = "sha256:" + HexFormat.of().formatHex(content.digest());
        images.add(id);
        return new BuiltImage(id, bytes);
    }

    private static long copy(Path context, String step, MessageDigest content) {
        Path source = context.resolve(step.split(" ")[1]);
        if (!Files.exists(source)) {
            throw failed("COPY failed: file not found in build context: stat " + context.relativize(source));
        }
        long bytes = 0;
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                content.update(Files.readAllBytes(file));
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean remove(BuiltImage image, List<ImageReference> gone) {
        ImageDigest id = new ImageDigest(image.id());
        for (ImageReference name : gone) {
            boolean last = names.values().stream().filter(id::equals).count() == 1;
            if (!(last && used.contains(image.id()))) {
                names.remove(name, id);
            }
        }
        boolean named = names.containsValue(id);
        if (!named && !used.contains(image.id())) {
            images.remove(image.id());
        }
        return gone.stream().noneMatch(name -> id.equals(names.get(name))) && (named || !images.contains(image.id()));
    }

    @Override
    public ImageDetails details(BuiltImage image) {
        ImageBuild build = builds.get(builds.size() - 1);
        List<ImageDetails.Layer> layers = lines(build.dockerfile()).stream()
                .filter(step -> step.startsWith("COPY "))
                .map(step -> new ImageDetails.Layer(step, copy(build.context(), step, sha256())))
                .toList();
        return new ImageDetails(
                "memory/1",
                new ImageDetails.Start(List.of(), List.of(), "", "/", List.of()),
                List.of(),
                build.labels(),
                layers);
    }

    @Override
    public void tag(BuiltImage image, ImageReference name) {
        endIfInterrupted();
        if (!images.contains(image.id())) {
            throw new PushRefused(name, "No such image: " + image.id());
        }
        names.put(name, new ImageDigest(image.id()));
    }

    @Override
    public void logIn(RegistryCredential credential) {
        endIfInterrupted();
        registries.behind(credential.host()).refusal(credential).ifPresent(words -> {
            throw PushRefused.ofLogin(credential.host(), words);
        });
    }

    @Override
    public ImageDigest push(ImageReference name, RegistryCredential credential, EngineListener progress) {
        endIfInterrupted();
        ImageDigest digest = names.get(name);
        if (digest == null) {
            throw new PushRefused(name, "An image does not exist locally with the tag: " + name.name());
        }
        progress.on(new ImageEvent.PushProgressed(0, 1, 0, 1));
        ImageDigest stored = registries.behind(name.host().orElseThrow()).receive(name, credential, digest);
        progress.on(new ImageEvent.PushProgressed(1, 1, 1, 1));
        return stored;
    }

    /** Has a container use an image. */
    public void use(BuiltImage image) {
        used.add(image.id());
    }

    /** Takes a name away, and nothing else. */
    public void untag(ImageReference name) {
        names.remove(name);
    }

    /** Has no container use any image. */
    public void release() {
        used.clear();
    }

    /** Returns the ids of all images. */
    public Set<String> images() {
        return Set.copyOf(images);
    }

    /** Returns every name that an image has. */
    public Set<ImageReference> names() {
        return Set.copyOf(names.keySet());
    }

    /** Returns every build asked for, in order. */
    public List<ImageBuild> builds() {
        return List.copyOf(builds);
    }

    private static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Cancelled("the build was interrupted");
        }
    }

    private static EngineException failed(String reported) {
        return new EngineException(FailureKind.BUILD_FAILED, "The image could not be built", reported, "");
    }

    private static List<String> lines(Path dockerfile) {
        try {
            return Files.readAllLines(dockerfile).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
