package org.ecsdelivery.common.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.Parsed;
import org.ecsdelivery.common.parameter.References;
import org.ecsdelivery.common.parameter.TextForms;
import org.ecsdelivery.common.value.ImageTag;

/** The parameters of the image step and their one parser. */
public final class ImageParameters {
    /** Where to push. */
    public static final Parameter REPOSITORY = RegistryParameters.REPOSITORY;
    /** The tags. */
    public static final Parameter TAGS = Parameter.lines(
                    "image.tags",
                    "Tags",
                    "Enter one or more tags, separated by commas, blanks or line ends. The first one becomes"
                            + " ecs-delivery.image.tag.")
            .whichIsRequired()
            .withDefault("%build.number%");
    /** The Dockerfile. */
    public static final Parameter DOCKERFILE = Parameter.text(
            "image.dockerfile",
            "Dockerfile",
            "Enter the path of the Dockerfile from the working directory, inside the checkout. Leave it empty for the"
                    + " file named Dockerfile in the build context.");
    /** The build context. */
    public static final Parameter CONTEXT = Parameter.text(
                    "image.context",
                    "Build context",
                    "Enter the directory, from the working directory and inside the checkout, that is sent to Docker;"
                            + " its .dockerignore is respected.")
            .withDefault(".");
    /** Build arguments. */
    public static final Parameter BUILD_ARGUMENTS = Parameter.lines(
                    "image.buildArgs",
                    "Build arguments",
                    "Enter one NAME=VALUE per line for the ARGs of the Dockerfile. They stay readable in the image's"
                            + " history: never pass a secret here.")
            .amongAdvanced();
    /** The stage to build. */
    public static final Parameter TARGET = Parameter.text(
                    "image.target", "Target stage", "Enter the stage to build when it is not the last one.")
            .amongAdvanced();
    /** Labels. */
    public static final Parameter LABELS = Parameter.lines(
                    "image.labels",
                    "Labels",
                    "Enter one NAME=VALUE per line. A label entered here wins over a standard label.")
            .amongAdvanced();
    /** OCI standard labels. */
    public static final Parameter STANDARD_LABELS = Parameter.flag(
                    "image.standardLabels",
                    "OCI standard labels",
                    "Fills org.opencontainers.image.revision, source, version, created and url from the build. Switch"
                            + " it off when equal sources must give an equal digest.",
                    true)
            .amongAdvanced();
    /** Whether to pull base images. */
    public static final Parameter PULL = Parameter.flag(
                    "image.pull",
                    "Pull newer base images",
                    "Asks the registry for a newer version of each base image before the build.",
                    false)
            .amongAdvanced();
    /** Whether to build without the cache. */
    public static final Parameter NO_CACHE = Parameter.flag(
                    "image.noCache",
                    "Build without cache",
                    "Builds every layer anew, for instance for a nightly build that must pick up security updates.",
                    false)
            .amongAdvanced();
    /** What builds the image. */
    public static final Parameter BUILDER = Parameter.choice(
                    "image.builder",
                    "Builder",
                    "AUTO: BuildKit when the Dockerfile or the build secrets need it, else the engine's own builder. ENGINE: the"
                            + " engine's own builder, which needs nothing on the agent. BUILDKIT: BuildKit, through a docker command on"
                            + " the agent that has the buildx plugin, or has BuildKit's client built in (18.09 to 22).",
                    List.of("AUTO", "ENGINE", "BUILDKIT"))
            .amongAdvanced();
    /** Files that the Dockerfile may read while it is built. */
    public static final Parameter SECRETS = Parameter.lines(
                    "image.secrets",
                    "Build secrets",
                    "Enter one id=path per line: RUN --mount=type=secret,id=... reads that file during the build, and no layer and no"
                            + " history keeps it. Paths start from the checkout directory or lie in the build's temporary directory,"
                            + " %system.teamcity.build.tempDir%, such as an env file that the build made. Needs BuildKit.")
            .amongAdvanced();
    /** Whether to create the repository. */
    public static final Parameter CREATE_REPOSITORY = Parameter.flag(
                    "image.createRepository",
                    "Create a missing repository",
                    "Creates the repository at the first push. Switch it off when repositories are made by"
                            + " infrastructure code only.",
                    true)
            .amongAdvanced();

    private static final Pattern SECRET_ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = all();

    private ImageParameters() {}

    private static List<Parameter> all() {
        List<Parameter> all = new ArrayList<>(List.of(
                REPOSITORY,
                TAGS,
                DOCKERFILE,
                CONTEXT,
                BUILD_ARGUMENTS,
                TARGET,
                LABELS,
                STANDARD_LABELS,
                PULL,
                NO_CACHE,
                BUILDER,
                SECRETS));
        all.addAll(BuildOptionParameters.ALL);
        all.add(CREATE_REPOSITORY);
        all.addAll(RegistryParameters.MORE);
        all.addAll(RepositoryParameters.ALL);
        all.addAll(ScanParameters.ALL);
        all.addAll(AwsParameters.OF_STEPS);
        return List.copyOf(all);
    }

    /** Reads the settings of the image step, or all the problems. */
    public static Parsed<ImageSettings> parse(Map<String, String> given, References references) {
        ParameterReader reader = new ParameterReader(given, references);
        Optional<PushTargets> targets = RegistryParameters.read(reader);
        Optional<List<ImageTag>> tags = reader.optional(TAGS, text -> TextForms.list(text, ImageTag::new));
        Optional<String> dockerfile = reader.optional(DOCKERFILE, text -> text);
        Optional<String> context = reader.optional(CONTEXT, text -> text);
        Optional<Map<String, String>> arguments = reader.optional(BUILD_ARGUMENTS, TextForms::assignments);
        Optional<String> target = reader.optional(TARGET, text -> text);
        Optional<Map<String, String>> labels = reader.optional(LABELS, TextForms::assignments);
        boolean standardLabels = reader.flag(STANDARD_LABELS);
        boolean pull = reader.flag(PULL);
        boolean noCache = reader.flag(NO_CACHE);
        ImageBuilder builder = builder(reader);
        Optional<Map<String, String>> secrets = reader.optional(SECRETS, ImageParameters::secrets);
        BuildOptions options = BuildOptionParameters.read(reader, builder);
        boolean createRepository = reader.flag(CREATE_REPOSITORY);
        RepositoryPolicy newRepository = RepositoryParameters.read(reader);
        ScanSettings scan = ScanParameters.read(reader);
        AwsAccess access = RegistryParameters.inRegion(reader, AwsParameters.readOfStep(reader), targets);
        targets.ifPresent(all -> RegistryParameters.requireScannable(reader, all, scan));
        return reader.finish(() -> new ImageSettings(
                targets.orElseThrow(),
                tags.orElseThrow(),
                dockerfile,
                context.orElse(CONTEXT.defaultValue()),
                arguments.orElse(Map.of()),
                target,
                labels.orElse(Map.of()),
                standardLabels,
                pull,
                noCache,
                builder,
                secrets.orElse(Map.of()),
                options,
                createRepository,
                newRepository,
                scan,
                access));
    }

    private static ImageBuilder builder(ParameterReader reader) {
        Optional<ImageBuilder> builder = reader.optional(BUILDER, text -> TextForms.constant(ImageBuilder.class, text));
        if (builder.equals(Optional.of(ImageBuilder.ENGINE)) && reader.has(SECRETS)) {
            reader.reject(
                    SECRETS,
                    "need BuildKit, and " + BUILDER.label() + " (" + BUILDER.name() + ") is ENGINE",
                    "Choose AUTO or BUILDKIT there.");
        }
        return builder.orElse(ImageBuilder.AUTO);
    }

    /** The ids are those that a Dockerfile can name without quotes, and that can be files of /run/secrets. */
    private static Map<String, String> secrets(String text) {
        Map<String, String> secrets = new LinkedHashMap<>();
        TextForms.assignments(text).forEach((id, path) -> {
            if (!SECRET_ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "'" + id
                                + "' is no id of a secret: letters, digits, '_', '-' and '.', beginning with none of the last two");
            }
            if (path.isBlank() || path.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("'" + id + "' has no path of a file");
            }
            secrets.put(id, path.strip());
        });
        return secrets;
    }
}
