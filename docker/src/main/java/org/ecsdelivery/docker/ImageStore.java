package org.ecsdelivery.docker;

import com.github.dockerjava.api.exception.DockerException;
import java.util.List;
import org.ecsdelivery.docker.buildkit.StoreNeed;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;

/**
 * Where an engine keeps its images. Only the containerd image store, an option since 23.0 and the default of new installations since
 * 29.0, can keep an index and lets BuildKit leave a cache in a registry (Docker documentation, "containerd image store", "Cache storage backends").
 */
final class ImageStore {
    private static final List<String> CONTAINERD = List.of("driver-type", "io.containerd.snapshotter.v1");

    private ImageStore() {}

    /** Asks the engine only when it matters. */
    static void requireFor(ImageBuild build, DockerAddress address) {
        List<String> needs = StoreNeed.of(build.options());
        if (!needs.isEmpty() && !isContainerd(address)) {
            throw new EngineException(
                    FailureKind.BUILDKIT_MISSING,
                    "The containerd image store is needed for " + String.join(" and ", needs)
                            + ", and the Docker Engine at " + address + " keeps its images in another one",
                    "",
                    "Switch on the containerd image store of the engine (\"features\": {\"containerd-snapshotter\": true} in its"
                            + " daemon.json, Docker Engine 24 and later; its images and containers of before are not seen there), or do"
                            + " without"
                            + (build.options().cache().written().isPresent()
                                    ? ": inline needs neither that nor the plugin buildx"
                                    : "")
                            + ".");
        }
    }

    private static boolean isContainerd(DockerAddress address) {
        try (DockerConnection docker = DockerConnection.open(address)) {
            List<List<String>> status =
                    docker.ask(client -> client.infoCmd().exec()).getDriverStatuses();
            return status != null && status.contains(CONTAINERD);
        } catch (DockerException answered) {
            throw Unreachable.at(address, EngineWords.of(answered), answered);
        }
    }
}
