package org.ecsdelivery.common.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.parameter.ParameterReader;
import org.ecsdelivery.common.parameter.TextForms;

/** The parameters of the image step that say how to build, beyond what every build needs. */
public final class BuildOptionParameters {
    /** The Dockerfile itself. */
    public static final Parameter DOCKERFILE_TEXT = Parameter.lines(
                    "image.dockerfileText",
                    "Dockerfile text",
                    "Enter the instructions themselves when no file of the checkout holds them, and leave Dockerfile empty. Write %% for"
                            + " a percent sign.")
            .amongAdvanced();
    /** What the image is for. */
    public static final Parameter PLATFORMS = Parameter.lines(
                    "image.platforms",
                    "Platforms",
                    "Enter what the image is for, such as linux/arm64, when it is not the engine's own platform. Several, separated by"
                            + " commas, blanks or line ends, make one image for all of them: that needs a Docker Engine with the containerd"
                            + " image store. Needs BuildKit.")
            .amongAdvanced();
    /** What the instructions see of the network. */
    public static final Parameter NETWORK = Parameter.choice(
                    "image.network",
                    "Network of the build",
                    "The network that RUN sees. DEFAULT: the engine's own. NONE: none, so that a build cannot fetch anything. HOST: that of"
                            + " the engine's machine.",
                    List.of("DEFAULT", "NONE", "HOST"))
            .amongAdvanced();
    /** Keys for {@code RUN --mount=type=ssh}. */
    public static final Parameter SSH = Parameter.lines(
                    "image.ssh",
                    "SSH access",
                    "Enter one id per line, such as default, to let RUN --mount=type=ssh use the keys of the build's SSH agent (the build"
                            + " feature SSH Agent), or id=path for a private key in the checkout or in the build's temporary directory, or"
                            + " for the socket of another agent. No key gets into the image. Needs BuildKit.")
            .amongAdvanced();
    /** What is said about the image. */
    public static final Parameter ATTESTATIONS = Parameter.choice(
                    "image.attestations",
                    "Attestations",
                    "What BuildKit says about the image beside it. PROVENANCE: how it was built. SBOM: what software is in it. BOTH. They make"
                            + " the image an index, which ECS runs, and which scans, sizes and digests see as something else than a single"
                            + " image. Needs BuildKit and a Docker Engine with the containerd image store.",
                    List.of("NONE", "PROVENANCE", "SBOM", "BOTH"))
            .amongAdvanced();

    /** What becomes of images on the agent. */
    public static final Parameter CLEAN_UP = Parameter.choice(
                    "image.cleanUp",
                    "Clean-up",
                    "What becomes of images on the agent's Docker Engine when the step ends, well or not. KEEP_NEWEST: the image of this run"
                            + " stays, for later steps and as a cache of layers, and what earlier runs of this step have left goes. KEEP: all"
                            + " stay. REMOVE: the image of this run goes, too. Only names that the step gave are taken away, and only images"
                            + " that no other name, container or image needs.",
                    List.of("KEEP_NEWEST", "KEEP", "REMOVE"))
            .amongAdvanced();

    /** All of them, in the order of the settings page. */
    public static final List<Parameter> ALL = List.of(
            DOCKERFILE_TEXT, PLATFORMS, NETWORK, SSH, ATTESTATIONS, CLEAN_UP, CacheParameters.FROM, CacheParameters.TO);

    private static final Pattern PLATFORM = Pattern.compile("[a-z0-9]+/[a-z0-9_]+(?:/[a-z0-9.]+)?");
    private static final Pattern SSH_ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private BuildOptionParameters() {}

    /** Reads them; what the builder cannot do is a problem. */
    static BuildOptions read(ParameterReader reader, ImageBuilder builder) {
        Optional<String> text = reader.optional(DOCKERFILE_TEXT, given -> given + "\n");
        Optional<List<String>> platforms =
                reader.optional(PLATFORMS, given -> TextForms.list(given, BuildOptionParameters::platform));
        Optional<BuildNetwork> network =
                reader.optional(NETWORK, given -> TextForms.constant(BuildNetwork.class, given));
        Optional<Map<String, String>> ssh = reader.optional(SSH, BuildOptionParameters::ssh);
        Optional<Attestations> attestations =
                reader.optional(ATTESTATIONS, given -> TextForms.constant(Attestations.class, given));
        Optional<ImageCleanUp> cleanUp =
                reader.optional(CLEAN_UP, given -> TextForms.constant(ImageCleanUp.class, given));
        if (text.isPresent() && reader.has(ImageParameters.DOCKERFILE)) {
            reader.reject(
                    DOCKERFILE_TEXT,
                    "is given beside " + named(ImageParameters.DOCKERFILE),
                    "Leave one of both empty.");
        }
        if (builder == ImageBuilder.ENGINE) {
            rejectForTheEngine(reader, PLATFORMS, platforms, given -> true);
            rejectForTheEngine(reader, SSH, ssh, given -> true);
            rejectForTheEngine(reader, ATTESTATIONS, attestations, given -> given != Attestations.NONE);
        }
        return new BuildOptions(
                text,
                platforms.orElse(List.of()),
                network.orElse(BuildNetwork.DEFAULT),
                ssh.orElse(Map.of()),
                attestations.orElse(Attestations.NONE),
                cleanUp.orElse(ImageCleanUp.KEEP_NEWEST),
                CacheParameters.read(reader, builder));
    }

    private static <T> void rejectForTheEngine(
            ParameterReader reader, Parameter parameter, Optional<T> value, Predicate<T> needsBuildKit) {
        if (value.filter(needsBuildKit).isPresent()) {
            reader.reject(
                    parameter,
                    "needs BuildKit, and " + named(ImageParameters.BUILDER) + " is ENGINE",
                    "Choose AUTO or BUILDKIT there.");
        }
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }

    private static String platform(String text) {
        if (!PLATFORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no platform: write the system, the processor and where needed its variant, as in linux/arm64 or"
                    + " linux/arm/v7");
        }
        return text;
    }

    private static Map<String, String> ssh(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String id = line.split("=", 2)[0].strip();
            String path =
                    line.contains("=") ? line.substring(line.indexOf('=') + 1).strip() : "";
            if (!SSH_ID.matcher(id).matches()) {
                throw new IllegalArgumentException("'" + id
                        + "' is no id: letters, digits, '_', '-' and '.', beginning with none of the last two");
            }
            if (line.contains("=") && path.isEmpty() || path.chars().anyMatch(c -> c < ' ' || c == ',')) {
                throw new IllegalArgumentException("'" + id + "' has no path of a file, or one with a comma");
            }
            if (all.put(id, path) != null) {
                throw new IllegalArgumentException("'" + id + "' is given twice");
            }
        });
        return all;
    }
}
