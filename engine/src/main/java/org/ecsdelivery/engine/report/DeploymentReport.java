package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentAdopted;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentStarted;
import org.ecsdelivery.engine.event.DeployEvent.RevisionRegistered;
import org.ecsdelivery.engine.event.DeployEvent.RevisionReused;
import org.ecsdelivery.engine.event.DeployEvent.ServiceMessage;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.event.DeployEvent.TaskStepped;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.Rung;
import org.ecsdelivery.engine.report.DeploymentStory.Ladder;
import org.ecsdelivery.engine.report.DeploymentStory.Moment;
import org.ecsdelivery.engine.report.DeploymentStory.Step;

/** Listens to a deploy run and keeps what a report needs, once for machines (JSON) and once for people (HTML). */
public final class DeploymentReport implements EngineListener {
    private final DeploySettings settings;
    private final InstantSource clock;
    private final Instant from;
    private final Narration narration;
    private final List<Moment> timeline = new ArrayList<>();
    private final Map<String, List<TaskStepped>> steps = new LinkedHashMap<>();
    private final List<ServiceEvent> messages = new ArrayList<>();
    private final List<TaskFailed> failures = new ArrayList<>();
    private final LikelyCauses causes = new LikelyCauses();
    private Optional<DeploymentStarted> started = Optional.empty();
    private Optional<RevisionRegistered> revision = Optional.empty();

    /**
     * Begins a report.
     *
     * @param settings what was asked for
     * @param clock the time
     */
    public DeploymentReport(DeploySettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.from = clock.instant();
        this.narration = new Narration(clock);
    }

    @Override
    public synchronized void on(EngineEvent event) {
        List<Passage> told = narration.tell(event);
        causes.news(event);
        if (event instanceof ServiceMessage message) {
            messages.add(message.event());
            return;
        }
        if (event instanceof TaskFailed failed) {
            failures.add(failed);
            told = told.subList(0, 1);
        }
        keep(event);
        told.forEach(this::keep);
    }

    private void keep(Passage passage) {
        if (passage instanceof Passage.Line line) {
            timeline.add(new Moment(clock.instant(), line.level(), line.text()));
        } else if (passage instanceof Passage.Progress progress) {
            timeline.add(new Moment(clock.instant(), Passage.Level.NORMAL, progress.text()));
        }
    }

    /** Returns the report for machines: one JSON object, UTF-8. */
    public synchronized String json(Verdict verdict) {
        return DeploymentJson.of(story(verdict));
    }

    /** Returns the report for people: one HTML page that needs nothing else, no script and no network. */
    public synchronized String html(Verdict verdict) {
        return DeploymentPage.of(story(verdict));
    }

    private void keep(EngineEvent event) {
        if (event instanceof TaskStepped step) {
            steps.computeIfAbsent(step.task(), task -> new ArrayList<>()).add(step);
        } else if (event instanceof DeploymentStarted begun) {
            started = Optional.of(begun);
        } else if (event instanceof DeploymentAdopted adopted) {
            started = Optional.of(new DeploymentStarted(adopted.deployment(), adopted.at()));
        } else if (event instanceof RevisionRegistered registered) {
            revision = Optional.of(registered);
        } else if (event instanceof RevisionReused reused) {
            revision = Optional.of(reused.revision());
        }
    }

    private DeploymentStory story(Verdict verdict) {
        Instant to = clock.instant();
        return new DeploymentStory(
                settings,
                from,
                to,
                verdict,
                started.map(each -> each.deployment().id()),
                revision,
                timeline,
                steps.values().stream().map(each -> ladder(each, to)).toList(),
                messages,
                failures,
                causes.all());
    }

    private Ladder ladder(List<TaskStepped> seen, Instant end) {
        List<Step> ladder = new ArrayList<>();
        TaskStepped first = seen.get(0);
        if (first.rung() != Rung.SERVING) {
            Instant begin = started.map(DeploymentStarted::at).orElse(from);
            ladder.add(new Step(Rung.SERVING, begin, Duration.between(begin, first.at())));
        }
        for (int index = 0; index < seen.size(); index++) {
            TaskStepped step = seen.get(index);
            boolean last = index + 1 == seen.size();
            Instant until = last ? end : seen.get(index + 1).at();
            boolean gone = step.rung() == Rung.STOPPED;
            ladder.add(new Step(step.rung(), step.at(), gone ? Duration.ZERO : Duration.between(step.at(), until)));
        }
        return new Ladder(first.task(), seen.get(seen.size() - 1).targets(), ladder);
    }
}
