package org.ecsdelivery.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;
import java.util.Optional;

/** Takes names and an image away without force: what others name or use stays. */
final class RemovedImage {
    private final DockerConnection docker;
    private final String id;

    RemovedImage(DockerConnection docker, String id) {
        this.docker = docker;
        this.id = id;
    }

    /** Tells whether it could: nothing else needed what was to go. */
    boolean with(List<String> names) {
        names.stream().filter(this::isOurs).forEach(this::remove);
        // the engine would take the last name away from an image that is asked for by its id, whoever gave that name
        if (isNameless()) {
            remove(id);
        }
        return !isNameless() && names.stream().noneMatch(this::isOurs);
    }

    private boolean isOurs(String name) {
        return found(name).filter(image -> id.equals(image.getId())).isPresent();
    }

    private boolean isNameless() {
        return found(id)
                .filter(image ->
                        image.getRepoTags() == null || image.getRepoTags().isEmpty())
                .isPresent();
    }

    private Optional<InspectImageResponse> found(String name) {
        try {
            return Optional.of(docker.ask(client -> client.inspectImageCmd(name).exec()));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private void remove(String name) {
        try {
            docker.ask(client -> client.removeImageCmd(name).exec());
        } catch (ConflictException | NotFoundException usedOrGone) {
            // a container uses it, another image builds on it, or somebody was faster
        }
    }
}
