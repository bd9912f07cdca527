package org.ecsdelivery.engine.deploy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.ecs.TaskStatus;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.PlatformImage;

/**
 * Compares what the tasks of a revision run with the image that was deployed. Of an index ECS may tell the digest of the image for
 * the task's own platform, which the index lists. What cannot be seen is said, and is no failure: only a known image that is
 * another one is.
 */
final class RunningImage {
    private final ImageRegistry registry;
    private final Sight sight;
    private final EngineListener listener;

    RunningImage(ImageRegistry registry, Sight sight, EngineListener listener) {
        this.registry = registry;
        this.sight = sight;
        this.listener = listener;
    }

    /** What one task runs. */
    private record Seen(TaskState task, String digest) {}

    /**
     * Compares.
     *
     * @throws EngineException when a task runs another image
     */
    void require(Fleet fleet, DeployPlan plan, String revision) {
        List<TaskState> tasks = running(fleet, revision);
        String container = plan.container().name().value();
        List<Seen> told = tasks.stream()
                .flatMap(task -> digest(task, container).map(each -> new Seen(task, each)).stream())
                .toList();
        if (told.isEmpty()) {
            return;
        }
        String deployed = plan.image().digest().orElseThrow().value();
        List<Seen> others =
                told.stream().filter(each -> !each.digest().equals(deployed)).toList();
        if (others.isEmpty() || areOfItsPlatforms(others, plan.image())) {
            listener.on(new DeployEvent.ImageVerified(revision, plan.image(), told.size(), tasks.size() - told.size()));
        }
    }

    private List<TaskState> running(Fleet fleet, String revision) {
        try {
            return sight.of(Sight.View.TASKS, List.<TaskState>of(), fleet::runningTasks).stream()
                    .filter(task -> task.status() == TaskStatus.RUNNING && !task.shallStop())
                    .filter(task -> task.taskDefinition().equals(revision))
                    .toList();
        } catch (EngineException unseen) {
            warn("Which image the tasks run was not compared: " + unseen.getMessage());
            return List.of();
        }
    }

    private static Optional<String> digest(TaskState task, String container) {
        return task.containers().stream()
                .filter(each -> each.name().equals(container))
                .flatMap(each -> each.imageDigest().stream())
                .findFirst();
    }

    private boolean areOfItsPlatforms(List<Seen> others, ImageReference image) {
        Set<String> listed;
        try {
            if (registry.digestOf(image).isEmpty()) {
                warn("Which image the tasks run was not compared: ECR does not know " + image + ".");
                return false;
            }
            listed = registry.images(image).stream()
                    .map(PlatformImage::digest)
                    .map(Object::toString)
                    .collect(Collectors.toSet());
        } catch (EngineException unknown) {
            warn("Which image the tasks run was not compared: " + unknown.getMessage());
            return false;
        }
        others.stream()
                .filter(each -> !listed.contains(each.digest()))
                .findFirst()
                .ifPresent(each -> refuse(each, image));
        return true;
    }

    private static void refuse(Seen seen, ImageReference image) {
        throw new EngineException(
                FailureKind.OTHER_IMAGE_RUNS,
                "Task " + seen.task().id() + " of "
                        + RevisionState.shortId(seen.task().taskDefinition()) + " runs " + seen.digest()
                        + ", but the image that was deployed is " + image,
                "",
                "Find out who put another image in its place, and deploy again.");
    }

    private void warn(String text) {
        listener.on(new EngineEvent.Warned(text));
    }
}
