package org.ecsdelivery.common.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;

/** The parameters of the image step that say how a repository is to be that the step creates. */
public final class RepositoryParameters {
    /** Whether tags may move. */
    public static final Parameter MUTABILITY = Parameter.choice(
                    "image.tagMutability",
                    "Tags of a new repository",
                    "DEFAULT: as ECR makes repositories, which is MUTABLE. MUTABLE: a tag may move to another image. IMMUTABLE: a tag"
                            + " stays where it is for ever, so that nobody can swap what was released. Of a repository that is there"
                            + " already, differences are told and nothing is changed.",
                    List.of("DEFAULT", "MUTABLE", "IMMUTABLE"))
            .amongAdvanced();
    /** Tags that may move although the others may not. */
    public static final Parameter MUTABLE_TAGS = Parameter.lines(
                    "image.mutableTags",
                    "Tags that may move",
                    "Enter up to five tags or patterns, such as latest and personal-*, that may move in a new repository whose other tags"
                            + " are IMMUTABLE.")
            .amongAdvanced();
    /** The key that encrypts images. */
    public static final Parameter KMS_KEY = Parameter.text(
                    "image.repositoryKmsKey",
                    "KMS key of a new repository",
                    "Enter the ARN, id or alias of a KMS key to encrypt its images with, where rules ask for a key of your own. ECR cannot"
                            + " change it later.")
            .amongAdvanced();
    /** Whether each push begins a scan. */
    public static final Parameter SCAN_ON_PUSH = Parameter.flag(
                    "image.scanOnPush",
                    "Scan on push in a new repository",
                    "Has basic scanning begin with each push. Registries whose scanning configuration says so do it anyway.",
                    false)
            .amongAdvanced();
    /** Its AWS tags. */
    public static final Parameter TAGS = Parameter.lines(
                    "image.repositoryTags",
                    "AWS tags of a new repository",
                    "Enter one KEY=VALUE per line, for cost reports and for policies that go by tags.")
            .amongAdvanced();
    /** Which images go by themselves. */
    public static final Parameter LIFECYCLE = Parameter.lines(
                    "image.lifecycleRules",
                    "Lifecycle of a new repository",
                    "Enter one rule per line, the first that fits an image counts: expire untagged after 7 days, expire personal-* after 14"
                            + " days, keep 5 images of release-*, keep 30 images. Without rules ECR keeps and bills every image for ever.")
            .amongAdvanced();
    /** The same, as ECR words it. */
    public static final Parameter LIFECYCLE_FILE = Parameter.text(
                    "image.lifecyclePolicyFile",
                    "Lifecycle policy file",
                    "Enter the path of a JSON file with a lifecycle policy as ECR takes it, from the working directory and inside the"
                            + " checkout, in place of the rules above. It is checked before anything is made.")
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL =
            List.of(MUTABILITY, MUTABLE_TAGS, KMS_KEY, SCAN_ON_PUSH, TAGS, LIFECYCLE, LIFECYCLE_FILE);

    /** ECR API reference, ImageTagMutabilityExclusionFilter. */
    private static final Pattern FILTER = Pattern.compile("[A-Za-z0-9._*-]{1,128}");

    private static final int MOST_FILTERS = 5;

    private RepositoryParameters() {}

    static RepositoryPolicy read(ParameterReader reader) {
        Optional<TagMutability> mutability =
                reader.optional(MUTABILITY, text -> TextForms.constant(TagMutability.class, text));
        Optional<List<String>> mutable = reader.optional(MUTABLE_TAGS, RepositoryParameters::filters);
        Optional<String> key = reader.optional(KMS_KEY, text -> text);
        boolean scan = reader.flag(SCAN_ON_PUSH);
        Optional<Map<String, String>> tags = reader.optional(TAGS, TextForms::assignments);
        Optional<List<LifecycleRule>> lifecycle = reader.optional(LIFECYCLE, LifecycleRule::list);
        if (reader.has(MUTABLE_TAGS)
                && !reader.isDeferred(MUTABILITY)
                && !mutability.equals(Optional.of(TagMutability.IMMUTABLE))) {
            reader.reject(
                    MUTABLE_TAGS,
                    "are given although every tag may move",
                    "Choose IMMUTABLE in " + MUTABILITY.label() + " (" + MUTABILITY.name() + "), or leave them out.");
        }
        Optional<LifecyclePolicyFile> file = reader.optional(LIFECYCLE_FILE, LifecyclePolicyFile::at);
        if (reader.has(LIFECYCLE) && reader.has(LIFECYCLE_FILE)) {
            reader.reject(
                    LIFECYCLE_FILE,
                    "is given, and " + LIFECYCLE.label() + " (" + LIFECYCLE.name() + ") too",
                    "Enter one of them: a repository has one lifecycle policy.");
        }
        return new RepositoryPolicy(
                mutability.orElse(TagMutability.DEFAULT),
                mutable.orElse(List.of()),
                key,
                scan,
                tags.orElse(Map.of()),
                lifecycle.orElse(List.of()),
                file);
    }

    private static List<String> filters(String text) {
        List<String> filters = TextForms.list(text, RepositoryParameters::filter);
        if (filters.size() > MOST_FILTERS) {
            throw new IllegalArgumentException(filters.size() + " are given, and ECR takes " + MOST_FILTERS);
        }
        return filters;
    }

    private static String filter(String text) {
        if (!FILTER.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no tag, and no pattern of tags such as personal-*");
        }
        return text;
    }
}
