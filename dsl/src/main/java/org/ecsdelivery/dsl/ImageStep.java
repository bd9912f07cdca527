package org.ecsdelivery.dsl;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.Attestations;
import org.ecsdelivery.common.settings.BuildNetwork;
import org.ecsdelivery.common.settings.BuildOptionParameters;
import org.ecsdelivery.common.settings.CacheParameters;
import org.ecsdelivery.common.settings.FindingSeverity;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.settings.ImageCleanUp;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ImageScan;
import org.ecsdelivery.common.settings.RegistryParameters;
import org.ecsdelivery.common.settings.RepositoryParameters;
import org.ecsdelivery.common.settings.RunTypeId;
import org.ecsdelivery.common.settings.ScanParameters;
import org.ecsdelivery.common.settings.TagMutability;

/** Builds a container image and pushes it to ECR. Every text may hold parameter references such as {@code %build.number%}. */
public final class ImageStep extends AwsStep<ImageStep> {
    private ImageStep(StepFrame frame, StepParameters parameters) {
        super(frame, parameters);
    }

    /** Returns a step that pushes to a repository, with its registry host or without, under the tag {@code %build.number%}. */
    public static ImageStep of(String repository) {
        return new ImageStep(StepFrame.none(), StepParameters.none())
                .with(ImageParameters.REPOSITORY, repository)
                .tags(ImageParameters.TAGS.defaultValue());
    }

    /** Returns this step pushing to one more repository, in whatever account and Region; the image is built once. */
    public ImageStep alsoTo(String repository) {
        return withItem(ImageParameters.REPOSITORY, repository);
    }

    /**
     * Returns this step with what one registry of ECR needs beside the step's own AWS access.
     *
     * @param hostOrAccount the registry, or all registries of an account
     * @param settings {@code role=ARN}, {@code externalId=ID}, {@code region=REGION}, {@code endpoint=ADDRESS}, each once at most
     */
    public ImageStep registry(String hostOrAccount, String... settings) {
        return withLine(
                RegistryParameters.REGISTRIES,
                Stream.concat(Stream.of(hostOrAccount), Arrays.stream(settings)).collect(Collectors.joining(" ")));
    }

    /**
     * Returns this step with the user of the one registry that is not ECR's.
     *
     * @throws IllegalArgumentException when the password is neither a {@code credentialsJSON:} token nor a reference
     */
    public ImageStep registryLogin(String user, String password) {
        return registryLogin("", user, password);
    }

    /**
     * Returns this step with the user of a registry that is not ECR's, for pushes and for base images.
     *
     * @throws IllegalArgumentException when the password is neither a {@code credentialsJSON:} token nor a reference
     */
    public ImageStep registryLogin(String host, String user, String password) {
        return with(RegistryParameters.HOST, host)
                .with(RegistryParameters.USER, user)
                .with(RegistryParameters.PASSWORD, password);
    }

    /** Returns this step with these tags in place of the earlier ones; the first becomes {@code ecs-delivery.image.tag}. */
    public ImageStep tags(String first, String... more) {
        return with(
                ImageParameters.TAGS,
                Stream.concat(Stream.of(first), Arrays.stream(more)).collect(Collectors.joining("\n")));
    }

    /** Returns this step with a Dockerfile elsewhere than at the root of the build context: its path from the working directory. */
    public ImageStep dockerfile(String path) {
        return with(ImageParameters.DOCKERFILE, path);
    }

    /** Returns this step with another build context than the working directory. */
    public ImageStep context(String directory) {
        return with(ImageParameters.CONTEXT, directory);
    }

    /** Returns this step with one more value for an {@code ARG} of the Dockerfile, never a secret: the image's history shows it. */
    public ImageStep buildArgument(String name, String value) {
        return withAssignment(ImageParameters.BUILD_ARGUMENTS, name, value);
    }

    /** Returns this step building up to a stage that is not the last one. */
    public ImageStep target(String stage) {
        return with(ImageParameters.TARGET, stage);
    }

    /** Returns this step with one more label, which wins over a standard one. */
    public ImageStep label(String name, String value) {
        return withAssignment(ImageParameters.LABELS, name, value);
    }

    /** Returns this step with or without the OCI standard labels; without them equal sources can give an equal digest. */
    public ImageStep standardLabels(boolean on) {
        return standardLabels(Boolean.toString(on));
    }

    /** Returns this step with {@link #standardLabels(boolean)} decided by a parameter of the build. */
    public ImageStep standardLabels(String reference) {
        return with(ImageParameters.STANDARD_LABELS, reference);
    }

    /** Returns this step with or without asking the registry for newer base images. */
    public ImageStep pull(boolean on) {
        return pull(Boolean.toString(on));
    }

    /** Returns this step with {@link #pull(boolean)} decided by a parameter of the build. */
    public ImageStep pull(String reference) {
        return with(ImageParameters.PULL, reference);
    }

    /** Returns this step with or without building every layer anew. */
    public ImageStep noCache(boolean on) {
        return noCache(Boolean.toString(on));
    }

    /** Returns this step with {@link #noCache(boolean)} decided by a parameter of the build. */
    public ImageStep noCache(String reference) {
        return with(ImageParameters.NO_CACHE, reference);
    }

    /** Returns this step with a choice of what builds the image. */
    public ImageStep builder(ImageBuilder what) {
        return builder(what.name());
    }

    /** Returns this step with {@link #builder(ImageBuilder)} decided by a parameter of the build. */
    public ImageStep builder(String reference) {
        return with(ImageParameters.BUILDER, reference);
    }

    /**
     * Returns this step with one more file that {@code RUN --mount=type=secret} may read during the build: its path from the
     * checkout directory, or in the build's temporary directory. No layer and no history keeps it.
     */
    public ImageStep secret(String id, String path) {
        return withAssignment(ImageParameters.SECRETS, id, path);
    }

    /** Returns this step with the Dockerfile itself in place of a file of the checkout. */
    public ImageStep dockerfileText(String text) {
        return with(BuildOptionParameters.DOCKERFILE_TEXT, text);
    }

    /** Returns this step building for other platforms than the engine's own, such as {@code linux/arm64}. */
    public ImageStep platforms(String first, String... more) {
        return with(
                BuildOptionParameters.PLATFORMS,
                Stream.concat(Stream.of(first), Arrays.stream(more)).collect(Collectors.joining("\n")));
    }

    /** Returns this step with a choice of the network that {@code RUN} sees. */
    public ImageStep network(BuildNetwork which) {
        return network(which.name());
    }

    /** Returns this step with {@link #network(BuildNetwork)} decided by a parameter of the build. */
    public ImageStep network(String reference) {
        return with(BuildOptionParameters.NETWORK, reference);
    }

    /**
     * Returns this step letting {@code RUN --mount=type=ssh} use SSH keys: one {@code id} or {@code id=path} per line. An id alone
     * stands for the build's SSH agent.
     */
    public ImageStep ssh(String lines) {
        return with(BuildOptionParameters.SSH, lines);
    }

    /** Returns this step with a choice of what BuildKit says about the image beside it. */
    public ImageStep attestations(Attestations which) {
        return attestations(which.name());
    }

    /** Returns this step with {@link #attestations(Attestations)} decided by a parameter of the build. */
    public ImageStep attestations(String reference) {
        return with(BuildOptionParameters.ATTESTATIONS, reference);
    }

    /** Returns this step taking layers from caches in registries, such as {@code team/shop:cache}, in place of building them again. */
    public ImageStep cacheFrom(String first, String... more) {
        return with(
                CacheParameters.FROM,
                Stream.concat(Stream.of(first), Arrays.stream(more)).collect(Collectors.joining("\n")));
    }

    /**
     * Returns this step leaving its cache in a registry: an image that holds nothing else, such as {@code team/shop:cache}, or
     * {@code inline} for the image that is built.
     */
    public ImageStep cacheTo(String image) {
        return with(CacheParameters.TO, image);
    }

    /** Returns this step with a choice of what becomes of images on the agent's Docker Engine. */
    public ImageStep cleanUp(ImageCleanUp what) {
        return cleanUp(what.name());
    }

    /** Returns this step with {@link #cleanUp(ImageCleanUp)} decided by a parameter of the build. */
    public ImageStep cleanUp(String reference) {
        return with(BuildOptionParameters.CLEAN_UP, reference);
    }

    /** Returns this step with or without creating the repository at the first push. */
    public ImageStep createRepository(boolean on) {
        return createRepository(Boolean.toString(on));
    }

    /** Returns this step with {@link #createRepository(boolean)} decided by a parameter of the build. */
    public ImageStep createRepository(String reference) {
        return with(ImageParameters.CREATE_REPOSITORY, reference);
    }

    /** Returns this step with a choice whether tags of a new repository may move. */
    public ImageStep tagMutability(TagMutability what) {
        return tagMutability(what.name());
    }

    /** Returns this step with {@link #tagMutability(TagMutability)} decided by a parameter of the build. */
    public ImageStep tagMutability(String reference) {
        return with(RepositoryParameters.MUTABILITY, reference);
    }

    /** Returns this step with one more tag, or pattern of tags, that may move although the others may not. */
    public ImageStep mutableTag(String tagOrPattern) {
        return withLine(RepositoryParameters.MUTABLE_TAGS, tagOrPattern);
    }

    /** Returns this step with the KMS key that encrypts the images of a new repository: its ARN, id or alias. */
    public ImageStep repositoryKmsKey(String key) {
        return with(RepositoryParameters.KMS_KEY, key);
    }

    /** Returns this step having a new repository scan on push, or not. */
    public ImageStep scanOnPush(boolean on) {
        return scanOnPush(Boolean.toString(on));
    }

    /** Returns this step with {@link #scanOnPush(boolean)} decided by a parameter of the build. */
    public ImageStep scanOnPush(String reference) {
        return with(RepositoryParameters.SCAN_ON_PUSH, reference);
    }

    /** Returns this step with one more AWS tag of a new repository. */
    public ImageStep repositoryTag(String key, String value) {
        return withAssignment(RepositoryParameters.TAGS, key, value);
    }

    /** Returns this step with one more lifecycle rule of a new repository, such as {@code expire personal-* after 14 days}. */
    public ImageStep lifecycleRule(String rule) {
        return withLine(RepositoryParameters.LIFECYCLE, rule);
    }

    /** Returns this step with a file of the checkout that holds the lifecycle policy of a new repository, in place of rules. */
    public ImageStep lifecyclePolicyFile(String path) {
        return with(RepositoryParameters.LIFECYCLE_FILE, path);
    }

    /** Returns this step with a choice of what becomes of the findings of ECR's scan. */
    public ImageStep scan(ImageScan what) {
        return scan(what.name());
    }

    /** Returns this step with {@link #scan(ImageScan)} decided by a parameter of the build. */
    public ImageStep scan(String reference) {
        return with(ScanParameters.SCAN, reference);
    }

    /** Returns this step with the least severity of findings that count. */
    public ImageStep failOnSeverity(FindingSeverity least) {
        return failOnSeverity(least.name());
    }

    /** Returns this step with {@link #failOnSeverity(FindingSeverity)} decided by a parameter of the build. */
    public ImageStep failOnSeverity(String reference) {
        return with(ScanParameters.FAIL_ON, reference);
    }

    /** Returns this step counting only findings that an update mends, or all. */
    public ImageStep failOnlyFixable(boolean on) {
        return failOnlyFixable(Boolean.toString(on));
    }

    /** Returns this step with {@link #failOnlyFixable(boolean)} decided by a parameter of the build. */
    public ImageStep failOnlyFixable(String reference) {
        return with(ScanParameters.ONLY_FIXABLE, reference);
    }

    /** Returns this step ignoring one more finding up to and with a day, such as {@code 2026-12-31}. */
    public ImageStep ignoredFinding(String name, String until, String because) {
        return withLine(ScanParameters.IGNORED, name + " until " + until + " because " + because);
    }

    /** Returns this step counting only findings that the image of {@code cluster/service}, a digest or a tag does not have. */
    public ImageStep scanBaseline(String image) {
        return with(ScanParameters.BASELINE, image);
    }

    /** Returns this step letting an image pass that ECR cannot scan, or not. */
    public ImageStep unscannablePasses(boolean on) {
        return unscannablePasses(Boolean.toString(on));
    }

    /** Returns this step with {@link #unscannablePasses(boolean)} decided by a parameter of the build. */
    public ImageStep unscannablePasses(String reference) {
        return with(ScanParameters.UNSCANNABLE, reference);
    }

    /**
     * Returns this step waiting for a scan as long as that, at most.
     *
     * @throws IllegalArgumentException when it is no whole number of minutes, from one to a day
     */
    public ImageStep scanTimeout(Duration limit) {
        return scanTimeout(Minutes.of(ScanParameters.TIMEOUT, limit));
    }

    /** Returns this step with {@link #scanTimeout(Duration)} decided by a parameter of the build, in minutes. */
    public ImageStep scanTimeout(String reference) {
        return with(ScanParameters.TIMEOUT, reference);
    }

    @Override
    public String type() {
        return RunTypeId.IMAGE;
    }

    @Override
    public Map<String, String> parameters() {
        return inOrderOf(ImageParameters.ALL);
    }

    @Override
    ImageStep copy(StepFrame newFrame, StepParameters newParameters) {
        return new ImageStep(newFrame, newParameters);
    }
}
