package org.ecsdelivery.agent;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
    private final Voice voice;
    private final Narration narration;

    BuildLogReporter(StepLog log, InstantSource clock) {
        this(log, clock, Voice.ALONE);
    }

    BuildLogReporter(StepLog log, InstantSource clock, Voice voice) {
        this.log = log;
        this.voice = voice;
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
            log.statistic(voice.key(BuildStatistic.of(reached.level()).key()), seconds(reached.took()));
        } else if (event instanceof AwsAsked asked) {
            log.statistic(BuildStatistic.DEPLOY_AWS_CALLS.key(), BigDecimal.valueOf(asked.total()));
        }
    }

    /** Writes lines that sum up what the engine did. */
    void write(List<? extends Passage> passages) {
        passages.forEach(this::write);
    }

    private void write(Passage passage) {
        if (passage instanceof Passage.Line line) {
            log.line(voice.prefix() + line.text(), status(line.level()));
        } else if (passage instanceof Passage.BlockOpened opened) {
            open(voice.prefix() + opened.name());
        } else if (passage instanceof Passage.BlockClosed closed) {
            close(voice.prefix() + closed.name());
        } else if (passage instanceof Passage.Progress progress) {
            log.progress(voice.prefix() + progress.text());
        }
    }

    private void open(String block) {
        if (voice.folds()) {
            log.blockOpened(block);
        } else {
            log.line(block);
        }
    }

    private void close(String block) {
        if (voice.folds()) {
            log.blockClosed(block);
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

    /**
     * Who speaks.
     *
     * @param prefix what every line begins with
     * @param keyPart what tells its statistics of a deployment from those of others
     * @param folds whether its lines are folded into blocks, which must not overlap
     */
    record Voice(String prefix, String keyPart, boolean folds) {
        static final Voice ALONE = new Voice("", "", true);

        private static final String DEPLOY = "ecs-delivery.deploy.";

        String key(String statistic) {
            return statistic.replace(DEPLOY, DEPLOY + keyPart);
        }

        /** Returns the voice of one of several. */
        static Voice of(String name, boolean folds) {
            return new Voice(name + ": ", name + ".", folds);
        }
    }
}
