package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent.BuildOutput;
import org.ecsdelivery.engine.event.ImageEvent.BuilderChosen;
import org.ecsdelivery.engine.event.ImageEvent.Built;
import org.ecsdelivery.engine.event.ImageEvent.DockerFound;
import org.ecsdelivery.engine.event.ImageEvent.Inspected;
import org.ecsdelivery.engine.event.ImageEvent.PushProgressed;
import org.ecsdelivery.engine.event.ImageEvent.Pushed;

/** Listens to an image step and keeps what a report needs, once for machines (JSON) and once for people (HTML). */
public final class ImageReport implements EngineListener {
    private final InstantSource clock;
    private final Instant from;
    private final BuildSteps steps = new BuildSteps();
    private final List<Push> pushes = new ArrayList<>();
    private PushProgressed progress = new PushProgressed(0, 0, 0, 0);
    private Optional<Duration> buildTook = Optional.empty();
    private Optional<Inspected> inspected = Optional.empty();
    private String engine = "";
    private String builder = "";

    /** Begins a report. */
    public ImageReport(InstantSource clock) {
        this.clock = clock;
        this.from = clock.instant();
    }

    /** One push under one name, and how far it had come. */
    record Push(Pushed pushed, PushProgressed last) {}

    @Override
    public void on(EngineEvent event) {
        if (event instanceof DockerFound found) {
            engine = found.description();
        } else if (event instanceof BuilderChosen chosen) {
            builder = chosen.description();
        } else if (event instanceof BuildOutput output) {
            steps.hear(output.line(), clock.instant());
        } else if (event instanceof Built built) {
            steps.ended(clock.instant());
            buildTook = Optional.of(built.took());
        } else if (event instanceof Inspected looked) {
            inspected = Optional.of(looked);
        } else {
            hearPush(event);
        }
    }

    private void hearPush(EngineEvent event) {
        if (event instanceof PushProgressed progressed) {
            progress = progressed;
        } else if (event instanceof Pushed pushed) {
            pushes.add(new Push(pushed, progress));
            progress = new PushProgressed(0, 0, 0, 0);
        }
    }

    /**
     * Returns what is known now.
     *
     * @param problem why the step failed; empty when it did not
     */
    public ImageStory story(Optional<String> problem) {
        return new ImageStory(
                new ImageStory.Times(from, Duration.between(from, clock.instant()), buildTook),
                engine,
                builder,
                inspected,
                steps.all(),
                pushes,
                problem);
    }
}
