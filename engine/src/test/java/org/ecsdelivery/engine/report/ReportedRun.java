package org.ecsdelivery.engine.report;

import java.util.function.Function;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineListener;

/** A run with its report. */
final class ReportedRun {
    private final DeploymentReport report;
    private final Verdict verdict;

    ReportedRun(Function<Scenes, DeployResult> scene) {
        Late late = new Late();
        Scenes scenes = new Scenes(late);
        report = new DeploymentReport(Scenes.settings(), scenes.time);
        late.target = report;
        verdict = Verdict.of(Scenes.settings(), scene.apply(scenes));
    }

    String html() {
        return report.html(verdict);
    }

    String json() {
        return report.json(verdict);
    }

    /** Passes events on once it knows where to. */
    private static final class Late implements EngineListener {
        private EngineListener target = event -> {};

        @Override
        public void on(EngineEvent event) {
            target.on(event);
        }
    }
}
