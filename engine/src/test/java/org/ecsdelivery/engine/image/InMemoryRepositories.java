package org.ecsdelivery.engine.image;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.settings.TagMutability;
import org.ecsdelivery.common.value.ImageReference;

/** Repositories of a registry in memory, with what they were made with. */
public final class InMemoryRepositories implements Repositories {
    private final InMemoryImageRegistry registry;
    private final Map<String, RepositoryPolicy> made = new HashMap<>();
    private Optional<String> template = Optional.empty();

    /** Makes the repositories of a registry. */
    public InMemoryRepositories(InMemoryImageRegistry registry) {
        this.registry = registry;
    }

    /** Has a push make repositories whose names begin so. */
    public InMemoryRepositories withTemplate(String prefix) {
        template = Optional.of(prefix);
        return this;
    }

    /** Returns what a repository was made with. */
    public Optional<RepositoryPolicy> madeWith(ImageReference repository) {
        return Optional.ofNullable(made.get(key(repository)));
    }

    private static String key(ImageReference repository) {
        return repository.repository().value();
    }

    @Override
    public void create(ImageReference repository, RepositoryPolicy policy) {
        if (!registry.exists(repository)) {
            registry.create(repository);
            made.put(key(repository), policy);
        }
    }

    @Override
    public Optional<RepositoryState> look(ImageReference repository) {
        return Optional.of(repository)
                .filter(registry::exists)
                .map(each -> state(madeWith(each).orElse(RepositoryPolicy.DEFAULT)));
    }

    private static RepositoryState state(RepositoryPolicy policy) {
        String word = policy.mutability() == TagMutability.IMMUTABLE ? "IMMUTABLE" : "MUTABLE";
        return new RepositoryState(
                word + (policy.mutableTags().isEmpty() ? "" : "_WITH_EXCLUSION"),
                policy.mutableTags(),
                policy.kmsKey(),
                policy.scanOnPush());
    }

    @Override
    public Optional<String> lifecycle(ImageReference repository) {
        return madeWith(repository).flatMap(LifecycleText::of);
    }

    @Override
    public Optional<String> templateOnPush(ImageReference repository) {
        return template.filter(prefix -> key(repository).startsWith(prefix + "/"));
    }
}
