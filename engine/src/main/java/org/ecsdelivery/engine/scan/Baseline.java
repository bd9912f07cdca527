package org.ecsdelivery.engine.scan;

import java.util.List;
import java.util.Optional;
import org.ecsdelivery.common.settings.ScanBaseline;
import org.ecsdelivery.common.settings.ScanBaseline.OfDigest;
import org.ecsdelivery.common.settings.ScanBaseline.OfService;
import org.ecsdelivery.common.settings.ScanBaseline.OfTag;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.scan.ScanState.Progress;

/**
 * Knows the findings of the image to compare with. Where they cannot be had the step goes on and every finding counts: the gate is
 * never wider for it.
 */
final class Baseline {
    private final ScanDesk desk;
    private final EcsApi ecs;
    private final EngineListener listener;

    Baseline(ScanDesk desk, EcsApi ecs, EngineListener listener) {
        this.desk = desk;
        this.ecs = ecs;
        this.listener = listener;
    }

    List<Finding> findings(ScanBaseline wanted, ImageReference repository) {
        try {
            return image(wanted, repository).map(this::findings).orElseGet(() -> nothing(wanted, repository));
        } catch (EngineException failure) {
            warn("The findings of " + wanted + " are not known, so every finding counts. " + failure.getMessage());
            return List.of();
        }
    }

    private List<Finding> nothing(ScanBaseline wanted, ImageReference repository) {
        warn("There is no such image as " + wanted + " in " + repository.name() + ", so every finding counts.");
        return List.of();
    }

    private Optional<ImageReference> image(ScanBaseline wanted, ImageReference repository) {
        if (wanted instanceof OfService ofService) {
            return ofService(ofService, repository);
        }
        if (wanted instanceof OfTag ofTag) {
            return pinned(repository.withTag(ofTag.tag()), repository);
        }
        return pinned(repository.pinnedTo(((OfDigest) wanted).digest()), repository);
    }

    private Optional<ImageReference> ofService(OfService wanted, ImageReference repository) {
        String definition = ecs.service(wanted.cluster(), wanted.service()).taskDefinition();
        return ecs.revision(definition).containers().stream()
                .flatMap(container -> reference(container.image()).stream())
                .filter(image -> image.repository().equals(repository.repository()))
                .findFirst()
                .flatMap(image -> pinned(image.inRegistry(repository.host().orElseThrow()), repository));
    }

    private static Optional<ImageReference> reference(String text) {
        try {
            return Optional.of(ImageReference.parse(text));
        } catch (IllegalArgumentException ignored) {
            // what a task definition names may be no name for us, but is none of this repository then
            return Optional.empty();
        }
    }

    private Optional<ImageReference> pinned(ImageReference image, ImageReference repository) {
        Optional<ImageDigest> digest = desk.registry().digestOf(image);
        return digest.map(repository::pinnedTo);
    }

    private List<Finding> findings(ImageReference pinned) {
        return new ScannableImages(desk.registry(), false)
                .of(pinned).stream().flatMap(each -> known(each).stream()).toList();
    }

    private List<Finding> known(ScannableImages.One one) {
        ScanState state = desk.scans().look(one.image());
        if (state.progress() != Progress.DONE) {
            warn("ECR has no findings of " + one.label() + " to compare with (" + state.status()
                    + "), so findings that it may have count.");
        }
        return state.findings();
    }

    private void warn(String text) {
        listener.on(new EngineEvent.Warned(text));
    }
}
