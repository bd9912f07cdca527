package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.ecs.ServiceEvent;
import org.ecsdelivery.engine.event.DeployEvent.AwsAsked;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentAdopted;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentStarted;
import org.ecsdelivery.engine.event.DeployEvent.LevelReached;
import org.ecsdelivery.engine.event.DeployEvent.NewTaskSeen;
import org.ecsdelivery.engine.event.DeployEvent.OldTaskFound;
import org.ecsdelivery.engine.event.DeployEvent.Planned;
import org.ecsdelivery.engine.event.DeployEvent.RevisionRegistered;
import org.ecsdelivery.engine.event.DeployEvent.RevisionReused;
import org.ecsdelivery.engine.event.DeployEvent.RollingBack;
import org.ecsdelivery.engine.event.DeployEvent.RolloutObserved;
import org.ecsdelivery.engine.event.DeployEvent.ServiceMessage;
import org.ecsdelivery.engine.event.DeployEvent.TaskFailed;
import org.ecsdelivery.engine.event.DeployEvent.TaskStepped;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.PhaseStarted;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.Plan;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.report.DeploymentStory.Count;
import org.ecsdelivery.engine.report.DeploymentStory.Moment;
import org.ecsdelivery.engine.report.DeploymentStory.PhaseTime;

/** Listens to a deploy run and keeps what a report needs, once for machines (JSON) and once for people (HTML). */
public final class DeploymentReport implements EngineListener {
    private final DeploySettings settings;
    private final InstantSource clock;
    private final Instant from;
    private final Narration narration;
    private final List<Moment> timeline = new ArrayList<>();
    private final OldTaskLadders oldTasks = new OldTaskLadders();
    private final NewTaskLadders newTasks = new NewTaskLadders();
    private final List<PhaseTime> phases = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();
    private final TrafficStory.Gathering traffic = new TrafficStory.Gathering();
    private final Map<FinishLevel, Duration> levels = new EnumMap<>(FinishLevel.class);
    private final List<ServiceEvent> messages = new ArrayList<>();
    private final List<TaskFailed> failures = new ArrayList<>();
    private final LikelyCauses causes = new LikelyCauses();
    private Optional<DeploymentStarted> started = Optional.empty();
    private Optional<RevisionRegistered> revision = Optional.empty();
    private Optional<Plan> plan = Optional.empty();
    private Optional<Instant> newTasksKnownUntil = Optional.empty();
    private Map<String, Long> requests = Map.of();

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
        if (event instanceof TaskEvent.LogWritten) {
            // what a migration writes may be long, and stands in the build log
            return;
        }
        List<Passage> told = narration.tell(event);
        causes.news(event);
        if (event instanceof ServiceMessage message) {
            messages.add(message.event());
            return;
        }
        if (event instanceof TaskFailed failed) {
            failures.add(failed);
            told = told.subList(0, 1);
        } else if (event instanceof Planned) {
            // the plan is told apart
            told = List.of();
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
        traffic.on(event, clock.instant());
        if (event instanceof TaskStepped step) {
            oldTasks.saw(step);
        } else if (event instanceof OldTaskFound found) {
            oldTasks.found(found);
        } else if (event instanceof NewTaskSeen seen) {
            newTasks.saw(seen);
        } else if (event instanceof TaskFailed failed) {
            newTasks.failed(failed, clock.instant());
        } else if (event instanceof RolloutObserved observed) {
            counts.add(new Count(clock.instant(), observed.deployment()));
        } else if (event instanceof RollingBack) {
            newTasksKnownUntil = newTasksKnownUntil.or(() -> Optional.of(clock.instant()));
        } else {
            keepOnce(event);
        }
    }

    private void keepOnce(EngineEvent event) {
        if (event instanceof PhaseStarted phase) {
            phases.add(new PhaseTime(phase.phase(), clock.instant(), Duration.ZERO));
        } else if (event instanceof Planned planned) {
            plan = Optional.of(planned.plan());
        } else if (event instanceof DeploymentStarted begun) {
            started = Optional.of(begun);
        } else if (event instanceof DeploymentAdopted adopted) {
            started = Optional.of(new DeploymentStarted(adopted.deployment(), adopted.at()));
        } else if (event instanceof RevisionRegistered registered) {
            revision = Optional.of(registered);
        } else if (event instanceof RevisionReused reused) {
            revision = Optional.of(reused.revision());
        } else if (event instanceof LevelReached reached) {
            levels.put(reached.level(), reached.took());
            if (reached.level() == FinishLevel.DEPLOYED) {
                traffic.completed(clock.instant());
            }
            if (reached.level() == FinishLevel.LIVE) {
                newTasks.live(clock.instant());
            }
        } else if (event instanceof AwsAsked asked) {
            requests = asked.requests();
        }
    }

    private DeploymentStory story(Verdict verdict) {
        Instant to = clock.instant();
        Instant begin = started.map(DeploymentStarted::at).orElse(from);
        return new DeploymentStory(
                settings,
                from,
                to,
                begin,
                verdict,
                started.map(each -> each.deployment().id()),
                revision,
                plan,
                phases(to),
                levels,
                requests,
                traffic.until(to),
                counts,
                timeline,
                newTasks.all(begin, newTasksKnownUntil.orElse(to)),
                oldTasks.all(begin, to),
                messages,
                failures,
                causes.all());
    }

    /** Phases do not overlap: each lasts until the next. */
    private List<PhaseTime> phases(Instant to) {
        List<PhaseTime> all = new ArrayList<>();
        for (int index = 0; index < phases.size(); index++) {
            PhaseTime each = phases.get(index);
            Instant until = index + 1 < phases.size() ? phases.get(index + 1).at() : to;
            all.add(new PhaseTime(each.phase(), each.at(), Duration.between(each.at(), until)));
        }
        return all;
    }
}
