package org.ecsdelivery.engine.image;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.RepositoryParameters;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.settings.TagMutability;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.lifecycle.LifecyclePolicy;

/** Tells in which ways a repository is otherwise than it was to be, and what mends it. Nobody's repository is changed unasked. */
final class RepositoryDifferences {
    private final ImageReference repository;
    private final RepositoryPolicy policy;

    RepositoryDifferences(ImageReference repository, RepositoryPolicy policy) {
        this.repository = repository;
        this.policy = policy;
    }

    List<String> of(RepositoryState state) {
        List<String> all = new ArrayList<>();
        mutability(state).ifPresent(all::add);
        if (policy.kmsKey().isPresent() && isOtherKey(policy.kmsKey().get(), state.kmsKey())) {
            all.add("Repository " + repository.name() + " is encrypted with "
                    + state.kmsKey().orElse("ECR's own key") + " and not with "
                    + policy.kmsKey().get() + " (" + RepositoryParameters.KMS_KEY.name()
                    + "); ECR cannot change that: a new repository would have it.");
        }
        if (policy.scanOnPush() && !state.scanOnPush()) {
            all.add(differs(
                    "does not scan on push",
                    RepositoryParameters.SCAN_ON_PUSH.name(),
                    "put-image-scanning-configuration --repository-name " + repository.repository()
                            + " --image-scanning-configuration scanOnPush=true"));
        }
        return all;
    }

    /** Tells how the lifecycle policy that is there differs from the one that was to be there. */
    Optional<String> ofLifecycle(String wanted, Optional<String> present) {
        if (present.filter(each -> LifecyclePolicy.isSame(each, wanted)).isPresent()) {
            return Optional.empty();
        }
        String parameter = policy.lifecycleFile().isPresent()
                ? RepositoryParameters.LIFECYCLE_FILE.name()
                : RepositoryParameters.LIFECYCLE.name();
        String text =
                policy.lifecycleFile().map(file -> "file://" + file.path()).orElse(wanted);
        return Optional.of(differs(
                present.isPresent() ? "has another lifecycle policy" : "has no lifecycle policy",
                parameter,
                "put-lifecycle-policy --repository-name " + repository.repository() + " --lifecycle-policy-text '"
                        + text + "'"));
    }

    private Optional<String> mutability(RepositoryState state) {
        String wanted = wanted();
        boolean same = state.mutability().equals(wanted)
                && new HashSet<>(state.filters()).equals(new HashSet<>(policy.mutableTags()));
        if (policy.mutability() == TagMutability.DEFAULT || same) {
            return Optional.empty();
        }
        String filters = policy.mutableTags().stream()
                .map(each -> " filterType=WILDCARD,filter=" + each)
                .collect(Collectors.joining());
        return Optional.of(differs(
                "has tags that are " + state.mutability() + (state.filters().isEmpty() ? "" : " " + state.filters()),
                RepositoryParameters.MUTABILITY.name(),
                "put-image-tag-mutability --repository-name " + repository.repository() + " --image-tag-mutability "
                        + wanted + (filters.isEmpty() ? "" : " --image-tag-mutability-exclusion-filters" + filters)));
    }

    private String wanted() {
        return policy.mutability().name() + (policy.mutableTags().isEmpty() ? "" : "_WITH_EXCLUSION");
    }

    private String differs(String how, String parameter, String command) {
        return "Repository " + repository.name() + " " + how + ", other than " + parameter
                + " says. It is left as it is; this mends it: aws ecr " + command;
    }

    /** A key has an ARN, an id in it, and aliases that only KMS knows: those cannot be told apart from others here. */
    private static boolean isOtherKey(String wanted, Optional<String> present) {
        if (present.isEmpty()) {
            return true;
        }
        return !wanted.contains("alias/") && !present.get().endsWith(wanted.substring(wanted.lastIndexOf('/') + 1));
    }
}
