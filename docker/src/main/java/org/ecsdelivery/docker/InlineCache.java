package org.ecsdelivery.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Version;
import org.ecsdelivery.common.settings.BuildCache;
import org.ecsdelivery.common.settings.CacheParameters;
import org.ecsdelivery.common.settings.CacheTo;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;

/**
 * Images that tell of their own layers. The BuildKit inside of engines before 23 may follow a circle for ever while it writes that down beside
 * a cache that it reads, and the whole engine ends with a stack overflow, with all its builds and containers (moby issue 41044; seen
 * with 20.10.24).
 */
final class InlineCache {
    private static final int SAFE_MAJOR = 23;
    /** A build argument that BuildKit takes for the option. */
    private static final String ARGUMENT = "BUILDKIT_INLINE_CACHE";

    private InlineCache() {}

    /** Asks the engine only when it matters. */
    static void requireFor(ImageBuild build, DockerAddress address) {
        if (isWritten(build)) {
            Version version = version(address);
            if (major(version) < SAFE_MAJOR) {
                throw new EngineException(
                        FailureKind.BUILDKIT_MISSING,
                        CacheParameters.TO.label() + " (" + CacheParameters.TO.name()
                                + ") inline may end the Docker Engine at " + address + ", which is "
                                + version.getVersion() + ", with everything that it runs",
                        "",
                        "Take Docker Engine 23 or later on the agent, or do without " + CacheParameters.TO.name()
                                + " and the build argument " + ARGUMENT + "; caches can be read.");
            }
        }
    }

    private static boolean isWritten(ImageBuild build) {
        BuildCache cache = build.options().cache();
        return cache.to().filter(CacheTo.INLINE::equals).isPresent()
                || build.arguments().containsKey(ARGUMENT) && !cache.from().isEmpty();
    }

    private static int major(Version version) {
        String digits = String.valueOf(version.getVersion()).split("\\D", 2)[0];
        return digits.isEmpty() ? SAFE_MAJOR : Integer.parseInt(digits);
    }

    private static Version version(DockerAddress address) {
        try (DockerConnection docker = DockerConnection.open(address)) {
            return docker.ask(client -> client.versionCmd().exec());
        } catch (DockerException answered) {
            throw Unreachable.at(address, EngineWords.of(answered), answered);
        }
    }
}
