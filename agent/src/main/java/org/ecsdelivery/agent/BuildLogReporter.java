package org.ecsdelivery.agent;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import jetbrains.buildServer.messages.Status;
import org.ecsdelivery.common.settings.BuildStatistic;
import org.ecsdelivery.engine.event.DeployEvent.AwsAsked;
import org.ecsdelivery.engine.event.DeployEvent.LevelReached;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.ImageEvent.Built;
import org.ecsdelivery.engine.report.Narration;
import org.ecsdelivery.engine.report.Passage;

/** Writes what the engine tells into the build log, and the figures in it as statistics of the build. */
final class BuildLogReporter implements EngineListener {
    private static final int MILLIS_DECIMALS = 3;

    private final StepLog log;
    private final Narration narration;

    BuildLogReporter(StepLog log, InstantSource clock) {
        this.log = log;
        this.narration = new Narration(clock);
    }

    @Override
    public void on(EngineEvent event) {
        narration.tell(event).forEach(this::write);
        if (event instanceof Built built) {
            log.statistic(
                    BuildStatistic.IMAGE_BUILD.key(),
                    BigDecimal.valueOf(built.took().toMillis()));
        } else if (event instanceof LevelReached reached) {
            log.statistic(BuildStatistic.of(reached.level()).key(), seconds(reached.took()));
        } else if (event instanceof AwsAsked asked) {
            log.statistic(BuildStatistic.DEPLOY_AWS_CALLS.key(), BigDecimal.valueOf(asked.total()));
        }
    }

    private void write(Passage passage) {
        if (passage instanceof Passage.Line line) {
            log.line(line.text(), status(line.level()));
        } else if (passage instanceof Passage.BlockOpened opened) {
            log.blockOpened(opened.name());
        } else if (passage instanceof Passage.BlockClosed closed) {
            log.blockClosed(closed.name());
        } else if (passage instanceof Passage.Progress progress) {
            log.progress(progress.text());
        }
    }

    private static Status status(Passage.Level level) {
        return switch (level) {
            case NORMAL -> Status.NORMAL;
            case WARNING -> Status.WARNING;
            case ERROR -> Status.ERROR;
        };
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), MILLIS_DECIMALS);
    }
}
