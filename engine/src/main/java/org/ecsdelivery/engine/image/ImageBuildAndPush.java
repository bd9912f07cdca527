package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.time.Cancellation;

/** The image step: checks what is there, builds the image, pushes it under each of its tags. */
public final class ImageBuildAndPush {
    private final ImageEngine engine;
    private final ImageRegistry registry;
    private final InstantSource clock;
    private final Cancellation cancellation;
    private final EngineListener listener;

    /** Makes the step on the given engine and registry. */
    public ImageBuildAndPush(
            ImageEngine engine,
            ImageRegistry registry,
            InstantSource clock,
            Cancellation cancellation,
            EngineListener listener) {
        this.engine = engine;
        this.registry = registry;
        this.clock = clock;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** What the checks before the build have found. */
    private record Prepared(ImageBuild build, RegistryAccess access, ImageReference repository) {}

    /**
     * Builds and pushes.
     *
     * @throws EngineException when a path, the Docker Engine, the build or the registry does not allow it
     * @throws Cancelled when the work was cancelled
     */
    public PushedImage run(ImageSettings settings, BuildPlace place, BuildFacts facts) {
        Prepared prepared = during(Phase.PREFLIGHT, () -> prepare(settings, place, facts));
        BuiltImage built = during(Phase.BUILD, () -> build(prepared.build()));
        return during(Phase.PUSH, () -> push(settings, prepared, built));
    }

    private Prepared prepare(ImageSettings settings, BuildPlace place, BuildFacts facts) {
        ImageBuild build = planned(settings, place, facts);
        listener.on(new ImageEvent.DockerFound(engine.describe()));
        cancellation.throwIfCancelled();
        listener.on(new ImageEvent.BuilderChosen(engine.builder(build)));
        cancellation.throwIfCancelled();
        RegistryAccess access = RegistryAccess.open(registry, clock);
        ImageReference repository = access.complete(settings.repository());
        listener.on(new ImageEvent.RegistryFound(repository));
        cancellation.throwIfCancelled();
        if (access.ensureExists(repository, settings.createRepository())) {
            listener.on(new ImageEvent.RepositoryCreated(repository));
        }
        return new Prepared(build, access, repository);
    }

    private static ImageBuild planned(ImageSettings settings, BuildPlace place, BuildFacts facts) {
        BuildPaths paths = BuildPaths.resolve(settings, place);
        return new ImageBuild(
                        paths.context(),
                        paths.dockerfile(),
                        settings.buildArguments(),
                        settings.target(),
                        labels(settings, facts),
                        settings.pull(),
                        settings.noCache())
                .by(settings.builder())
                .withSecrets(BuildSecrets.resolve(settings.secrets(), place))
                .keeping(place.kept())
                .with(settings.options()
                        .withSsh(SshSources.resolve(settings.options().ssh(), place)));
    }

    private BuiltImage build(ImageBuild build) {
        Instant begin = clock.instant();
        listener.on(new ImageEvent.BuildStarted(build.dockerfile(), build.context()));
        BuiltImage built = engine.build(build, line -> listener.on(new ImageEvent.BuildOutput(line)));
        listener.on(new ImageEvent.Built(built.id(), built.bytes(), Duration.between(begin, clock.instant())));
        listener.on(new ImageEvent.Inspected(built, engine.details(built)));
        return built;
    }

    private static Map<String, String> labels(ImageSettings settings, BuildFacts facts) {
        Map<String, String> labels = new HashMap<>();
        if (settings.standardLabels()) {
            labels.putAll(facts.labels());
        }
        labels.putAll(settings.labels());
        return labels;
    }

    private PushedImage push(ImageSettings settings, Prepared prepared, BuiltImage built) {
        Instant begin = clock.instant();
        ImageReference repository = prepared.repository();
        ImageDigest digest = new ImagePush(engine, prepared.access(), clock, cancellation, listener)
                .pushAll(
                        built, settings.tags().stream().map(repository::withTag).toList());
        return new PushedImage(
                repository, settings.tags(), digest, built.bytes(), Duration.between(begin, clock.instant()));
    }

    private <T> T during(Phase phase, Supplier<T> work) {
        cancellation.throwIfCancelled();
        listener.on(new EngineEvent.PhaseStarted(phase));
        try {
            return work.get();
        } finally {
            listener.on(new EngineEvent.PhaseFinished(phase));
        }
    }
}
