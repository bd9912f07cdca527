package org.ecsdelivery.engine.image;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.ImageParameters;
import org.ecsdelivery.common.settings.ScanParameters;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ImageTag;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.image.built.BuiltImage;

/** Pushes an image to all its repositories, so that before its gate lets it pass nothing but a tag of its own names it. */
final class GatedPush {
    private final PushToAll all;
    private final PushGate gate;
    private final Phases phases;
    private final EngineListener listener;
    private final InstantSource clock;
    private final Map<ImageReference, ImageReference> done = new LinkedHashMap<>();
    private Duration took = Duration.ZERO;

    GatedPush(PushToAll all, PushGate gate, Phases phases, EngineListener listener, InstantSource clock) {
        this.all = all;
        this.gate = gate;
        this.phases = phases;
        this.listener = listener;
        this.clock = clock;
    }

    PushedImage push(BuiltImage image, List<Target> targets, List<Target> watched, List<ImageTag> tags) {
        PushOrder order = gate.holdsTags() && !watched.isEmpty()
                ? PushOrder.holding(targets, watched, tags, first(image, watched, tags))
                : PushOrder.atOnce(targets, tags);
        push(image, order.before());
        if (!watched.isEmpty()) {
            pass(watched, order);
        }
        if (!order.after().isEmpty()) {
            push(image, order.after());
        }
        return new PushedImage(pinned(targets), tags, image.bytes(), took);
    }

    private ImageTag first(BuiltImage image, List<Target> watched, List<ImageTag> tags) {
        return PushOrder.ownTag(watched, tags, image).orElseGet(() -> {
            listener.on(new EngineEvent.Warned("Every tag of this image stands for another image now, and "
                    + tags.get(0)
                    + " moves before the scan is over: ECR scans only what a tag was pushed for. Give the image a tag of"
                    + " its own, such as %build.number%, in " + ImageParameters.TAGS.label() + " ("
                    + ImageParameters.TAGS.name() + ")."));
            return tags.get(0);
        });
    }

    private void push(BuiltImage image, List<Parcel> parcels) {
        List<ImageReference> names = phases.during(Phase.PUSH, () -> {
            Instant begin = clock.instant();
            List<ImageReference> pushed = all.push(image, parcels);
            took = took.plus(Duration.between(begin, clock.instant()));
            return pushed;
        });
        for (int i = 0; i < parcels.size(); i++) {
            done.putIfAbsent(parcels.get(i).target().repository(), names.get(i));
        }
    }

    private List<ImageReference> pinned(List<Target> targets) {
        return targets.stream().map(each -> done.get(each.repository())).toList();
    }

    private void pass(List<Target> watched, PushOrder order) {
        if (!order.after().isEmpty()) {
            listener.on(new ImageEvent.TagsHeld(order.before().get(0).tags().get(0), names(order.after())));
        }
        try {
            gate.pass(pinned(watched));
        } catch (EngineException refused) {
            throw order.after().isEmpty() ? refused : withWhatWaited(refused, order);
        }
    }

    private static EngineException withWhatWaited(EngineException refused, PushOrder order) {
        return new EngineException(
                refused.kind(),
                refused.fact(),
                refused.reported().orElse(""),
                refused.remedy().map(each -> each + " ").orElse("") + "It is pushed as "
                        + order.before().get(0).tags().get(0) + " only. Not pushed, so as they were: "
                        + names(order.after()).stream().map(Object::toString).collect(Collectors.joining(", ")) + " ("
                        + ScanParameters.SCAN.name() + " is GATE).",
                refused);
    }

    private static List<ImageReference> names(List<Parcel> parcels) {
        return parcels.stream()
                .flatMap(each -> each.tags().stream()
                        .map(tag -> each.target().repository().withTag(tag)))
                .toList();
    }
}
