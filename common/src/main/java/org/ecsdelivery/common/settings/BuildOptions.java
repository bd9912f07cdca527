package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an image is built, beyond what every build needs.
 *
 * @param dockerfileText the Dockerfile itself; empty when it is a file of the checkout
 * @param platforms what the image is for, as in {@code linux/arm64}; none for the engine's own platform
 * @param network what the instructions see while they run
 * @param ssh keys or sockets of SSH agents by id; an empty text for the build's own agent
 * @param attestations what is said about the image beside the image
 * @param cleanUp what becomes of images on the agent's Docker Engine
 * @param cache the cache of layers in registries
 */
public record BuildOptions(
        Optional<String> dockerfileText,
        List<String> platforms,
        BuildNetwork network,
        Map<String, String> ssh,
        Attestations attestations,
        ImageCleanUp cleanUp,
        BuildCache cache) {
    /** What holds where nothing is said. */
    public static final BuildOptions NONE = new BuildOptions(
            Optional.empty(),
            List.of(),
            BuildNetwork.DEFAULT,
            Map.of(),
            Attestations.NONE,
            ImageCleanUp.KEEP_NEWEST,
            BuildCache.NONE);

    /** Copies the collections; their order stays. */
    public BuildOptions {
        platforms = List.copyOf(platforms);
        ssh = Collections.unmodifiableMap(new LinkedHashMap<>(ssh));
    }

    /** Returns these options with other keys or sockets of SSH agents. */
    public BuildOptions withSsh(Map<String, String> others) {
        return new BuildOptions(dockerfileText, platforms, network, others, attestations, cleanUp, cache);
    }

    /** Returns these options with another cache in registries. */
    public BuildOptions withCache(BuildCache other) {
        return new BuildOptions(dockerfileText, platforms, network, ssh, attestations, cleanUp, other);
    }

    /** Tells whether the image is an index of several manifests, which not every engine can keep. */
    public boolean makesAnIndex() {
        return platforms.size() > 1 || attestations != Attestations.NONE;
    }
}
