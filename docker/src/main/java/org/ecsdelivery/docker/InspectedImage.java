package org.ecsdelivery.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.ImageHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.engine.image.built.ImageDetails;
import org.ecsdelivery.engine.image.built.ImageDetails.Layer;
import org.ecsdelivery.engine.image.built.ImageDetails.Start;
import org.jspecify.annotations.Nullable;

/** What the engine says of an image. */
final class InspectedImage {
    private InspectedImage() {}

    static ImageDetails details(DockerConnection docker, String id) {
        InspectImageResponse image =
                docker.ask(client -> client.inspectImageCmd(id).exec());
        ContainerConfig config = Optional.ofNullable(image.getConfig()).orElseGet(ContainerConfig::new);
        return new ImageDetails(
                text(image.getOs()) + "/" + text(image.getArch()),
                start(config),
                list(config.getEnv()).map(variable -> variable.split("=", 2)[0]).toList(),
                Optional.ofNullable(config.getLabels()).orElse(Map.of()),
                layers(docker, id));
    }

    private static Start start(ContainerConfig config) {
        return new Start(
                list(config.getEntrypoint()).toList(),
                list(config.getCmd()).toList(),
                text(config.getUser()),
                text(config.getWorkingDir()),
                list(config.getExposedPorts()).map(ExposedPort::toString).toList());
    }

    /** An index has no history of its own: then the layers stay unknown. */
    private static List<Layer> layers(DockerConnection docker, String id) {
        try {
            List<ImageHistory> history =
                    docker.ask(client -> client.imageHistoryCmd(id).exec());
            List<Layer> layers = new ArrayList<>();
            history.forEach(each -> layers.add(new Layer(
                    text(each.getCreatedBy()),
                    Optional.ofNullable(each.getSize()).orElse(0L))));
            Collections.reverse(layers);
            return layers;
        } catch (DockerException unknown) {
            return List.of();
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> Stream<T> list(T @Nullable [] list) {
        return list == null ? Stream.of() : Arrays.stream(list);
    }
}
