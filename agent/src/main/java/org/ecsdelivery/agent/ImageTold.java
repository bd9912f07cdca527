package org.ecsdelivery.agent;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent.Inspected;
import org.ecsdelivery.engine.event.ImageEvent.Pushed;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.report.ImageReport;
import org.ecsdelivery.engine.report.ImageStory;

/** Tells TeamCity what an image step does: lines of the build log, pushed images, figures and a report. */
final class ImageTold implements EngineListener {
    /** TeamCity documentation, "Integrating TeamCity with Container Managers", "Service Message to Report Pushed Image". */
    private static final String MESSAGE = "dockerMessage";

    private final StepLog log;
    private final ReportFiles files;
    private final BuildLogReporter reporter;
    private final ImageReport report;
    private final ImageSoFar soFar;
    private long bytes;

    ImageTold(StepLog log, ReportFiles files, InstantSource clock, ImageSoFar soFar) {
        this.soFar = soFar;
        this.log = log;
        this.files = files;
        this.reporter = new BuildLogReporter(log, clock);
        this.report = new ImageReport(clock);
    }

    @Override
    public void on(EngineEvent event) {
        reporter.on(event);
        report.on(event);
        soFar.on(event);
        if (event instanceof Inspected inspected) {
            bytes = inspected.image().bytes();
        } else if (event instanceof Pushed pushed) {
            tellPushed(pushed);
        }
    }

    private void tellPushed(Pushed pushed) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", "dockerImage.push");
        attributes.put("value", pushed.image() + ",size:" + bytes + ",digest:" + pushed.digest());
        log.tellServer(MESSAGE, attributes);
    }

    /** Publishes what came of the work, also when it failed; of a build that was stopped nothing is left to tell. */
    <T> T during(Supplier<T> work) {
        try {
            T done = work.get();
            publish(Optional.empty());
            return done;
        } catch (EngineException failed) {
            publish(Optional.of(String.valueOf(failed.getMessage())));
            throw failed;
        }
    }

    private void publish(Optional<String> problem) {
        ImageStory story = report.story(problem);
        story.figures().forEach((figure, value) -> log.statistic(figure.key(), BigDecimal.valueOf(value)));
        files.publish(story, log);
    }
}
