package org.ecsdelivery.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jetbrains.buildServer.agent.BuildRunnerContext;
import org.ecsdelivery.common.news.DeploymentNews;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentAdopted;
import org.ecsdelivery.engine.event.DeployEvent.DeploymentStarted;
import org.ecsdelivery.engine.event.DeployEvent.RevisionRegistered;
import org.ecsdelivery.engine.event.DeployEvent.RevisionReused;
import org.ecsdelivery.engine.event.DeployEvent.RollingBack;
import org.ecsdelivery.engine.event.DeployEvent.StageReached;
import org.ecsdelivery.engine.event.DeployEvent.TurnedBack;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.report.DeploymentReport;
import org.ecsdelivery.engine.report.Verdict;

/**
 * Tells the server half how a deployment stands: at once when it takes a turn, now and then otherwise. It must hear of events after the
 * report does. A server half that gave the step no key is told nothing.
 */
final class LiveNews implements EngineListener {
    /** The build log of a step that waits for an hour stays small, and the page looks alive. */
    static final Duration APART = Duration.ofSeconds(3);

    private final String step;
    private final Optional<String> key;
    private final StepLog log;
    private final InstantSource clock;
    private final ServiceName service;
    private final DeploymentReport report;
    private Optional<Instant> told = Optional.empty();

    LiveNews(NewsDesk desk, ServiceName service, DeploymentReport report) {
        this.step = desk.step();
        this.key = desk.key();
        this.log = desk.log();
        this.clock = desk.clock();
        this.service = service;
        this.report = report;
    }

    /** What all services of a step have in common. */
    record NewsDesk(String step, Optional<String> key, StepLog log, InstantSource clock) {
        static NewsDesk of(BuildRunnerContext context, StepLog log, Wiring wiring) {
            return new NewsDesk(
                    context.getId(),
                    Optional.ofNullable(context.getRunnerParameters().get(DeploymentNews.KEY))
                            .filter(given -> !given.isBlank()),
                    log,
                    wiring.clock());
        }
    }

    @Override
    public synchronized void on(EngineEvent event) {
        Instant now = clock.instant();
        boolean due = told.map(at -> !now.isBefore(at.plus(APART))).orElse(true);
        if (key.isPresent() && (due || isTurn(event))) {
            tell(Verdict.underWay());
            told = Optional.of(now);
        }
    }

    /** Tells the last word: from then on the server half has nothing to finish. */
    synchronized void ended(Verdict verdict) {
        if (key.isPresent()) {
            tell(verdict);
        }
    }

    private void tell(Verdict verdict) {
        // TeamCity cannot mask what is packed
        String text = log.masking().masked(report.json(verdict));
        if (text.length() <= DeploymentNews.LONGEST_REPORT) {
            log.tellServer(
                    DeploymentNews.MESSAGE, new DeploymentNews(step, service.value(), text).sealed(key.orElseThrow()));
        }
    }

    /** What the server half must know of if this agent goes away in the next moment. */
    private static boolean isTurn(EngineEvent event) {
        return event instanceof RevisionRegistered
                || event instanceof RevisionReused
                || event instanceof DeploymentStarted
                || event instanceof DeploymentAdopted
                || event instanceof StageReached
                || event instanceof RollingBack
                || event instanceof TurnedBack;
    }
}
