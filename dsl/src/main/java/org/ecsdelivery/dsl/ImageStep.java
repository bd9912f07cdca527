package org.ecsdelivery.dsl;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecsdelivery.common.settings.ImageBuilder;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.RunTypeId;

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

    /** Returns this step with or without creating the repository at the first push. */
    public ImageStep createRepository(boolean on) {
        return createRepository(Boolean.toString(on));
    }

    /** Returns this step with {@link #createRepository(boolean)} decided by a parameter of the build. */
    public ImageStep createRepository(String reference) {
        return with(ImageParameters.CREATE_REPOSITORY, reference);
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
