package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Pause;

/** The image step: checks what is there, builds the image, pushes it into each repository under each of its tags. */
public final class ImageBuildAndPush {
    private final ImageEngine engine;
    private final Registries registries;
    private final InstantSource clock;
    private final Pause pause;
    private final Cancellation cancellation;
    private final EngineListener listener;

    /** Makes the step on the given engine and registries. */
    public ImageBuildAndPush(
            ImageEngine engine,
            Registries registries,
            InstantSource clock,
            Pause pause,
            Cancellation cancellation,
            EngineListener listener) {
        this.engine = engine;
        this.registries = registries;
        this.clock = clock;
        this.pause = pause;
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** What the checks before the build have found. */
    private record Prepared(ImageBuild build, List<Target> targets, List<Target> watched) {}

    /** Builds and pushes, with nobody looking at the image. */
    public PushedImage run(ImageSettings settings, BuildPlace place, BuildFacts facts) {
        return run(settings, place, facts, new OpenGate());
    }

    /**
     * Builds and pushes.
     *
     * @param gate looks at the pushed image
     * @throws EngineException when a path, the Docker Engine, the build, the registry or the gate does not allow it
     * @throws Cancelled when the work was cancelled
     */
    public PushedImage run(ImageSettings settings, BuildPlace place, BuildFacts facts, PushGate gate) {
        Phases phases = new Phases(cancellation, listener);
        Prepared prepared = phases.during(Phase.PREFLIGHT, () -> prepare(settings, place, facts, gate));
        BuiltImage built = phases.during(Phase.BUILD, () -> build(prepared.build()));
        ImagePush push = new ImagePush(engine, attempts(), clock, cancellation, listener);
        return new GatedPush(new PushToAll(push), gate, phases, listener, clock)
                .push(built, prepared.targets(), prepared.watched(), settings.tags());
    }

    private Prepared prepare(ImageSettings settings, BuildPlace place, BuildFacts facts, PushGate gate) {
        ImageBuild build = planned(settings, place, facts);
        listener.on(new ImageEvent.DockerFound(engine.describe()));
        cancellation.throwIfCancelled();
        listener.on(new ImageEvent.BuilderChosen(engine.builder(build)));
        cancellation.throwIfCancelled();
        RegistryDoors doors = new RegistryDoors(registries, clock);
        List<Target> targets = new Targets(doors, attempts(), listener).ready(settings);
        BuildCache cache = new Caches(doors, listener).ready(build.options().cache(), targets, settings.tags());
        ImageBuild cached = build.with(build.options().withCache(cache));
        List<ImageReference> looked =
                gate.choose(targets.stream().map(Target::repository).toList());
        return new Prepared(
                cached.loggedInBy(new BaseImages(doors, listener).logins(cached)),
                targets,
                targets.stream()
                        .filter(each -> looked.contains(each.repository()))
                        .toList());
    }

    private PushAttempts attempts() {
        return new PushAttempts(engine, pause, cancellation, listener);
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
        CacheNews.tell(built.notes().caches(), listener);
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
}
