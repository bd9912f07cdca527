package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.engine.event.ImageEvent.Inspected;

/**
 * What an image step did.
 *
 * @param times when and how long
 * @param engine the Docker Engine
 * @param builder what built and why
 * @param inspected what was built
 * @param steps the steps of the Dockerfile
 * @param pushes what was pushed
 * @param problem why the step failed
 */
public record ImageStory(
        Times times,
        String engine,
        String builder,
        Optional<Inspected> inspected,
        List<BuildStep> steps,
        List<ImageReport.Push> pushes,
        Optional<String> problem) {
    /** Copies the lists. */
    public ImageStory {
        steps = List.copyOf(steps);
        pushes = List.copyOf(pushes);
    }

    /**
     * When a step ran.
     *
     * @param from when it began
     * @param took how long it took
     * @param build how long Docker built; empty when it did not come to the end
     */
    public record Times(Instant from, Duration took, Optional<Duration> build) {}

    /** Returns the figures that TeamCity draws charts of, as far as they are known. */
    public Map<BuildStatistic, Long> figures() {
        Map<BuildStatistic, Long> figures = new LinkedHashMap<>();
        inspected
                .map(each -> each.image().notes().contextBytes())
                .filter(bytes -> bytes > 0)
                .ifPresent(bytes -> figures.put(BuildStatistic.IMAGE_CONTEXT, bytes));
        if (times.build().isPresent()) {
            figures.put(BuildStatistic.IMAGE_STEPS_CACHED, cachedSteps());
        }
        if (!pushes.isEmpty()) {
            figures.put(BuildStatistic.IMAGE_PUSHED, sum(push -> push.last().bytesSent()));
            figures.put(
                    BuildStatistic.IMAGE_LAYERS_PUSHED,
                    sum(push -> push.last().layersDone() - (long) push.last().reused()));
            figures.put(BuildStatistic.IMAGE_LAYERS_REUSED, (long)
                    pushes.get(0).last().reused());
        }
        return figures;
    }

    long cachedSteps() {
        return steps.stream().filter(BuildStep::cached).count();
    }

    private long sum(ToLongFunction<ImageReport.Push> figure) {
        return pushes.stream().mapToLong(figure).sum();
    }

    /** Returns BuildKit's own document about the build; empty where there is none. */
    public String metadata() {
        return inspected.map(each -> each.image().notes().metadata()).orElse("");
    }

    /** Returns the story as a document. */
    public String json() {
        return ImageJson.of(this);
    }

    /** Returns the story as a page. */
    public String html() {
        return ImagePage.of(this);
    }
}
