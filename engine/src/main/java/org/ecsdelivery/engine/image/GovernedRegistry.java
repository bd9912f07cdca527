package org.ecsdelivery.engine.image;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.AccessDenied;

/**
 * A registry whose repositories are made as a policy says, or as a template of the registry does on a push. One that is there already
 * is never changed.
 */
public final class GovernedRegistry implements ImageRegistry {
    private final ImageRegistry registry;
    private final Repositories repositories;
    private final RepositoryPolicy policy;
    private final EngineListener listener;

    /** Governs a registry. */
    public GovernedRegistry(
            ImageRegistry registry, Repositories repositories, RepositoryPolicy policy, EngineListener listener) {
        this.registry = registry;
        this.repositories = repositories;
        this.policy = policy;
        this.listener = listener;
    }

    @Override
    public RegistryCredential authorize() {
        return registry.authorize();
    }

    /** A repository that the first push makes is as good as one that is there; where the policy asks for more it is made before. */
    @Override
    public boolean exists(ImageReference repository) {
        if (registry.exists(repository)) {
            tellDifferences(repository);
            return true;
        }
        return policy.isDefault() && isMadeByPush(repository);
    }

    private boolean isMadeByPush(ImageReference repository) {
        try {
            Optional<String> template = repositories.templateOnPush(repository);
            template.ifPresent(prefix -> warn("Repository " + repository.name()
                    + " does not exist yet; the push makes it by the repository creation template " + prefix + "."));
            return template.isPresent();
        } catch (AccessDenied denied) {
            // who may not look at templates has lived without until now
            return false;
        }
    }

    private void tellDifferences(ImageReference repository) {
        if (policy.isDefault()) {
            return;
        }
        try {
            RepositoryDifferences differences = new RepositoryDifferences(repository, policy);
            repositories
                    .look(repository)
                    .map(differences::of)
                    .orElseGet(List::of)
                    .forEach(this::warn);
            LifecycleText.of(policy)
                    .flatMap(wanted -> differences.ofLifecycle(wanted, repositories.lifecycle(repository)))
                    .ifPresent(this::warn);
        } catch (AccessDenied denied) {
            warn("Whether repository " + repository.name() + " is as it was to be was not checked. "
                    + denied.getMessage());
        }
    }

    @Override
    public void create(ImageReference repository) {
        repositories.create(repository, policy);
    }

    @Override
    public boolean freezesTags(ImageReference repository) {
        return registry.freezesTags(repository);
    }

    @Override
    public Optional<HeldImage> held(ImageReference taggedImage) {
        return registry.held(taggedImage);
    }

    @Override
    public Optional<ImageDigest> digestOf(ImageReference taggedImage) {
        return registry.digestOf(taggedImage);
    }

    @Override
    public List<PlatformImage> images(ImageReference pinnedImage) {
        return registry.images(pinnedImage);
    }

    private void warn(String text) {
        listener.on(new EngineEvent.Warned(text));
    }
}
