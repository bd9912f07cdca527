package org.ecsdelivery.sandbox.aws.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the owner of a repository has chosen.
 *
 * @param mutability whether tags may move
 * @param exclusions wildcard filters of the two {@code _WITH_EXCLUSION} mutabilities, {@code *} being the wildcard
 * @param encryptionType {@code AES256}, {@code KMS} or {@code KMS_DSSE}
 * @param kmsKey the key of the KMS encryptions
 * @param scanOnPush whether a scan is to start with each push
 * @param resourceTags the AWS tags of the repository
 * @param lifecyclePolicy the policy text, as it was put
 */
public record RepositorySettings(
        TagMutability mutability,
        List<String> exclusions,
        String encryptionType,
        Optional<String> kmsKey,
        boolean scanOnPush,
        Map<String, String> resourceTags,
        Optional<String> lifecyclePolicy) {

    /** Takes copies, so that settings never change under a reader. */
    public RepositorySettings {
        exclusions = List.copyOf(exclusions);
        resourceTags = Map.copyOf(resourceTags);
    }

    /** Gives what ECR gives when CreateRepository names nothing but the repository. */
    public static RepositorySettings defaults() {
        return new RepositorySettings(
                TagMutability.MUTABLE, List.of(), "AES256", Optional.empty(), false, Map.of(), Optional.empty());
    }

    /** Changes the treatment of existing tags. */
    public RepositorySettings withMutability(TagMutability mutability, List<String> exclusions) {
        return new RepositorySettings(
                mutability, exclusions, encryptionType, kmsKey, scanOnPush, resourceTags, lifecyclePolicy);
    }

    /** Changes the encryption at rest, which this registry only remembers. */
    public RepositorySettings withEncryption(String encryptionType, Optional<String> kmsKey) {
        return new RepositorySettings(
                mutability, exclusions, encryptionType, kmsKey, scanOnPush, resourceTags, lifecyclePolicy);
    }

    /** Changes whether a scan starts with each push. */
    public RepositorySettings withScanOnPush(boolean scanOnPush) {
        return new RepositorySettings(
                mutability, exclusions, encryptionType, kmsKey, scanOnPush, resourceTags, lifecyclePolicy);
    }

    /** Adds AWS tags, or changes the values of those that are there. */
    public RepositorySettings withResourceTags(Map<String, String> added) {
        Map<String, String> all = new TreeMap<>(resourceTags);
        all.putAll(added);
        return new RepositorySettings(mutability, exclusions, encryptionType, kmsKey, scanOnPush, all, lifecyclePolicy);
    }

    /** Replaces the lifecycle policy. */
    public RepositorySettings withLifecyclePolicy(String policy) {
        return new RepositorySettings(
                mutability, exclusions, encryptionType, kmsKey, scanOnPush, resourceTags, Optional.of(policy));
    }

    /** Tells whether an existing tag of this name has to stay where it is. */
    public boolean freezes(String tag) {
        return switch (mutability) {
            case MUTABLE -> false;
            case IMMUTABLE -> true;
            case IMMUTABLE_WITH_EXCLUSION -> !excludes(tag);
            case MUTABLE_WITH_EXCLUSION -> excludes(tag);
        };
    }

    private boolean excludes(String tag) {
        return exclusions.stream()
                .anyMatch(filter -> wildcard(filter).matcher(tag).matches());
    }

    private static Pattern wildcard(String filter) {
        return Pattern.compile(Pattern.quote(filter).replace("*", "\\E.*\\Q"));
    }
}
