package org.ecsdelivery.engine.image;

import java.util.List;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageSettings;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** Sees before the build that every repository can be pushed to, so that no push begins whose fellows are doomed. */
final class Targets {
    private final RegistryDoors doors;
    private final PushAttempts attempts;
    private final EngineListener listener;

    Targets(RegistryDoors doors, PushAttempts attempts, EngineListener listener) {
        this.doors = doors;
        this.attempts = attempts;
        this.listener = listener;
    }

    /**
     * Opens all registries, then creates what is missing.
     *
     * @throws EngineException when one of them does not let the step in, or a repository is missing for good
     */
    List<Target> ready(ImageSettings settings) {
        List<Target> all = settings.targets().repositories().stream()
                .map(doors::target)
                .distinct()
                .toList();
        List<Target> missing =
                all.stream().filter(target -> !isThere(target, settings)).toList();
        missing.forEach(this::create);
        return all;
    }

    private boolean isThere(Target target, ImageSettings settings) {
        ImageReference repository = target.repository();
        listener.on(new ImageEvent.RegistryFound(repository));
        attempts.logIn(target);
        boolean there = target.access().exists(repository);
        if (!there && !settings.createRepository()) {
            throw missing(repository);
        }
        return there;
    }

    private void create(Target target) {
        target.access().create(target.repository());
        listener.on(new ImageEvent.RepositoryCreated(target.repository()));
    }

    private static EngineException missing(ImageReference repository) {
        return new EngineException(
                FailureKind.REPOSITORY_MISSING,
                "The repository " + repository + " does not exist",
                "",
                "Create it, correct " + ImageParameters.REPOSITORY.label() + " (" + ImageParameters.REPOSITORY.name()
                        + "), or switch on " + ImageParameters.CREATE_REPOSITORY.label() + " ("
                        + ImageParameters.CREATE_REPOSITORY.name() + ").");
    }
}
