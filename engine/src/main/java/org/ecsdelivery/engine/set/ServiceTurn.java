package org.ecsdelivery.engine.set;

import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.set.ServiceOutcome.Back;
import org.ecsdelivery.engine.set.ServiceOutcome.Stage;

/** One of several services on its way through the step. One thread at a time moves it; any may ask what became of it. */
final class ServiceTurn {
    private final DeploySettings settings;
    private final int number;
    private final EngineListener voice;
    private final EngineListener listener;
    private final Trail trail = new Trail();
    private Stage stage = Stage.NOT_BEGUN;
    private Optional<DeployResult> result = Optional.empty();
    private Optional<EngineException> failure = Optional.empty();
    private Optional<Back> back = Optional.empty();

    ServiceTurn(DeploySettings settings, int number, EngineListener voice) {
        this.settings = settings;
        this.number = number;
        this.voice = voice;
        this.listener = event -> {
            trail.on(event);
            voice.on(event);
        };
    }

    ServiceName service() {
        return settings.service();
    }

    int number() {
        return number;
    }

    /** Looks at everything, and changes nothing. */
    void check(OneService one, Map<String, String> tags) {
        try {
            DeployResult planned = one.run(settings.asDryRun(), tags, listener);
            if (settings.dryRun()) {
                end(Optional.of(planned), Optional.empty());
            }
        } catch (EngineException refused) {
            end(Optional.empty(), Optional.of(refused));
        }
    }

    /** Runs what comes before any service is changed, where this one has that. */
    void migrate(OneService one, Map<String, String> tags) {
        if (settings.migration().isEmpty()) {
            return;
        }
        try {
            one.migrate(settings, tags, listener);
        } catch (EngineException failed) {
            end(Optional.empty(), Optional.of(failed));
        }
    }

    void deploy(OneService one, Map<String, String> tags) {
        move(Stage.UNDER_WAY);
        try {
            end(Optional.of(one.run(settings.migrating(Optional.empty()), tags, listener)), Optional.empty());
        } catch (EngineException refused) {
            end(Optional.empty(), Optional.of(refused));
        }
    }

    /** Takes it back, where there is anything to take back. */
    void takeBack(WaysBack ways) {
        Optional<String> ours = trail.revision();
        Optional<String> before = trail.before().filter(each -> ours.isPresent() && !each.equals(ours.get()));
        if (trail.deployment().isEmpty() || before.isEmpty() || outcome().isBack()) {
            return;
        }
        move(Stage.UNDER_WAY);
        Back taken = ways.take(settings, before.get(), ours.orElseThrow(), voice);
        synchronized (this) {
            stage = Stage.OVER;
            back = Optional.of(taken);
        }
    }

    private synchronized void move(Stage next) {
        stage = next;
    }

    private synchronized void end(Optional<DeployResult> how, Optional<EngineException> why) {
        stage = stage == Stage.NOT_BEGUN && !settings.dryRun() ? Stage.NOT_BEGUN : Stage.OVER;
        result = how;
        failure = why;
    }

    synchronized ServiceOutcome outcome() {
        return new ServiceOutcome(
                settings, stage, result, failure, trail.before(), trail.deployment(), trail.revision(), back);
    }
}
