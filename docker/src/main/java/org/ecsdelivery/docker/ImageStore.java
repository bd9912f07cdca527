package org.ecsdelivery.docker;

import com.github.dockerjava.api.exception.DockerException;
import java.util.List;
import org.ecsdelivery.docker.buildkit.IndexNeed;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageBuild;

/**
 * Where an engine keeps its images. Only the containerd image store, an option since 23.0 and the default of new installations since
 * 29.0, can keep an index (Docker documentation, "containerd image store").
 */
final class ImageStore {
    private static final List<String> CONTAINERD = List.of("driver-type", "io.containerd.snapshotter.v1");

    private ImageStore() {}

    /** Asks the engine only when it matters. */
    static void requireFor(ImageBuild build, DockerAddress address) {
        if (build.options().makesAnIndex() && !isContainerd(address)) {
            throw new EngineException(
                    FailureKind.BUILDKIT_MISSING,
                    IndexNeed.of(build.options())
                            + " make the image an index of several manifests, which the image store of the Docker Engine at "
                            + address + " cannot keep",
                    "",
                    "Switch on the containerd image store of the engine (\"features\": {\"containerd-snapshotter\": true} in its"
                            + " daemon.json, Docker Engine 24 and later; its images and containers of before are not seen there), or do"
                            + " without.");
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
