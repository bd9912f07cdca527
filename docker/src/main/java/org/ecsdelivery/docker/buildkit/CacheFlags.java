package org.ecsdelivery.docker.buildkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.CacheTo;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;

/** Caches in registries, in the options of the docker command. */
final class CacheFlags {
    private CacheFlags() {}

    static List<String> of(BuildCache cache, DockerCli.Way way) {
        List<String> flags = new ArrayList<>();
        cache.from().forEach(image -> flags.addAll(List.of("--cache-from", image.toString())));
        cache.to()
                .ifPresent(to -> flags.addAll(
                        to.image().map(image -> inRegistry(image, to)).orElseGet(() -> inline(way))));
        return flags;
    }

    /** The clients of 18.09 to 22 know no option for it; BuildKit heeds the argument in place of one. */
    private static List<String> inline(DockerCli.Way way) {
        return way == DockerCli.Way.BUILDX
                ? List.of("--cache-to", "type=inline")
                : List.of("--build-arg", "BUILDKIT_INLINE_CACHE=1");
    }

    private static List<String> inRegistry(ImageReference image, CacheTo to) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("type", "registry");
        fields.put("ref", image.toString());
        fields.put("mode", "max");
        if (image.host().filter(CacheFlags::isAmazon).isPresent()) {
            // ECR takes a cache as an image only, and not as an index, which BuildKit makes before 0.21 when it is not
            // told
            fields.put("image-manifest", "true");
            fields.put("oci-mediatypes", "true");
        }
        fields.put("ignore-error", "true");
        fields.putAll(to.options());
        return List.of(
                "--cache-to",
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining(",")));
    }

    private static boolean isAmazon(RegistryHost host) {
        return host.ecr().isPresent() || host.isEcrPublic();
    }
}
