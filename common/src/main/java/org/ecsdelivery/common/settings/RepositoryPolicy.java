package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a repository is to be.
 *
 * @param mutability whether tags may move
 * @param mutableTags patterns of tags that may move although the others may not
 * @param kmsKey the KMS key that encrypts its images; empty for ECR's own key
 * @param scanOnPush whether each push begins a scan
 * @param tags its AWS tags
 * @param lifecycle which images go by themselves; none for no rules
 * @param lifecycleFile the same as ECR words it, in place of the rules
 */
public record RepositoryPolicy(
        TagMutability mutability,
        List<String> mutableTags,
        Optional<String> kmsKey,
        boolean scanOnPush,
        Map<String, String> tags,
        List<LifecycleRule> lifecycle,
        Optional<LifecyclePolicyFile> lifecycleFile) {
    /** A repository as ECR makes it. */
    public static final RepositoryPolicy DEFAULT = new RepositoryPolicy(
            TagMutability.DEFAULT, List.of(), Optional.empty(), false, Map.of(), List.of(), Optional.empty());

    /** Copies the collections; their order stays. */
    public RepositoryPolicy {
        mutableTags = List.copyOf(mutableTags);
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        lifecycle = List.copyOf(lifecycle);
    }

    /** Tells whether nothing is asked for. */
    public boolean isDefault() {
        return equals(DEFAULT);
    }

    /** Returns the same with the lifecycle policy of a file. */
    public RepositoryPolicy withLifecycle(LifecyclePolicyFile file) {
        return new RepositoryPolicy(mutability, mutableTags, kmsKey, scanOnPush, tags, lifecycle, Optional.of(file));
    }
}
