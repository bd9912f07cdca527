package org.ecsdelivery.engine.report;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineEvent.PhaseFinished;
import org.ecsdelivery.engine.event.EngineEvent.PhaseStarted;
import org.ecsdelivery.engine.event.EngineEvent.Warned;
import org.ecsdelivery.engine.event.ImageEvent;
import org.ecsdelivery.engine.event.ScanEvent;
import org.ecsdelivery.engine.event.SetEvent;
import org.ecsdelivery.engine.event.TaskEvent;
import org.ecsdelivery.engine.report.Passage.BlockClosed;
import org.ecsdelivery.engine.report.Passage.BlockOpened;
import org.ecsdelivery.engine.report.Passage.Level;
import org.ecsdelivery.engine.report.Passage.Line;
import org.ecsdelivery.engine.report.Passage.Progress;

/**
 * Tells the events of one step in sentences. This is the only place where such sentences are made, so that the build log, a
 * console and the report say the same. It tells changes, not looks, and belongs to one thread.
 */
public final class Narration {
    private final ImageSentences image;
    private final DeploySentences deploy = new DeploySentences();
    private Optional<Passage> lastProgress = Optional.empty();

    /**
     * Begins a narration.
     *
     * @param clock the time by which what comes too often is told sparingly
     */
    public Narration(InstantSource clock) {
        this.image = new ImageSentences(clock);
    }

    /** Returns what there is to say about the event; often nothing. */
    public List<Passage> tell(EngineEvent event) {
        return passages(event).stream().filter(this::isNews).toList();
    }

    private boolean isNews(Passage passage) {
        if (!(passage instanceof Progress)) {
            return true;
        }
        Optional<Passage> before = lastProgress;
        lastProgress = Optional.of(passage);
        return !lastProgress.equals(before);
    }

    private List<Passage> passages(EngineEvent event) {
        if (event instanceof PhaseStarted started) {
            return List.of(new BlockOpened(blockName(started.phase())));
        }
        if (event instanceof PhaseFinished finished) {
            return List.of(new BlockClosed(blockName(finished.phase())));
        }
        if (event instanceof Warned warned) {
            return List.of(new Line(Level.WARNING, warned.text()));
        }
        if (event instanceof TaskEvent ofTask) {
            return TaskSentences.of(ofTask);
        }
        if (event instanceof SetEvent ofSet) {
            return SetSentences.of(ofSet);
        }
        if (event instanceof ScanEvent ofScan) {
            return ScanSentences.of(ofScan);
        }
        return event instanceof ImageEvent ofImage ? image.tell(ofImage) : deploy.tell((DeployEvent) event);
    }

    private static String blockName(Phase phase) {
        return switch (phase) {
            case PREFLIGHT -> "Check what is there";
            case PLAN -> "Plan";
            case BUILD -> "Build the image";
            case PUSH -> "Push the image";
            case SCAN -> "Wait for the scan of the image";
            case UPDATE -> "Update the service";
            case MIGRATION -> "Run the migration";
            case ROLLOUT -> "Wait for the new tasks to serve";
            case DRAIN -> "Wait for the old tasks to drain";
            case ROLLBACK -> "Wait for ECS to roll back";
            case TASK -> "Run the task";
        };
    }
}
