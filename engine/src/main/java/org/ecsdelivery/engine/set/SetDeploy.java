package org.ecsdelivery.engine.set;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.OnFailure;
import org.ecsdelivery.common.settings.ServiceSet;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.deploy.DeployPorts;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.event.SetEvent;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.set.ServiceOutcome.Stage;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Crew;
import org.ecsdelivery.engine.time.Pause;

/**
 * Deploys several services in one step. All are looked at before the first is changed; after the first that fails none is begun
 * any more, those under way are followed to their end, and where that is wanted all go back to what they ran before. Each is
 * deployed just as it would be alone. Serves one run.
 */
public final class SetDeploy {
    private final ServiceSet set;
    private final OneService one;
    private final WaysBack waysBack;
    private final Crew crew;
    private final EngineListener listener;
    private final List<ServiceTurn> turns = new ArrayList<>();
    private volatile boolean closed;

    /**
     * Prepares the run.
     *
     * @param set the services
     * @param ports the world, the same for all services so that they ask together
     * @param clock the time
     * @param pause lets it pass, for any number of threads
     * @param cancellation ends the work
     * @param crew does several works at the same time
     * @param listener hears what concerns all services
     * @param voices returns who hears what concerns one of them
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public SetDeploy(
            ServiceSet set,
            DeployPorts ports,
            InstantSource clock,
            Pause pause,
            Cancellation cancellation,
            Crew crew,
            EngineListener listener,
            Function<DeploySettings, EngineListener> voices) {
        this(
                set,
                new InEcs(ports, clock, pause, cancellation),
                new WaysBack(ports.ecs(), clock, pause, cancellation),
                crew,
                listener,
                voices);
    }

    SetDeploy(
            ServiceSet set,
            OneService one,
            WaysBack waysBack,
            Crew crew,
            EngineListener listener,
            Function<DeploySettings, EngineListener> voices) {
        this.set = set;
        this.one = one;
        this.waysBack = waysBack;
        this.crew = crew;
        this.listener = listener;
        set.services()
                .forEach(settings ->
                        turns.add(new ServiceTurn(migratingOnce(settings), turns.size() + 1, voices.apply(settings))));
    }

    /** The first revision has all that is to be done before any service is changed. */
    private DeploySettings migratingOnce(DeploySettings settings) {
        return turns.isEmpty() ? settings : settings.migrating(Optional.empty());
    }

    /**
     * Deploys.
     *
     * @param revisionTags tags of the new revisions
     * @return what became of each service, in the order given
     * @throws EngineException when a service cannot be deployed to, before any is changed
     * @throws Cancelled when the work is cancelled; {@link #outcomes()} tells how far it came
     */
    public List<ServiceOutcome> run(Map<String, String> revisionTags) {
        each(turns, () -> true, turn -> turn.check(one, revisionTags));
        List<ServiceTurn> unsuitable = failed();
        if (!unsuitable.isEmpty()) {
            throw Unsuitable.of(turns.size(), outcomesOf(unsuitable));
        }
        listener.on(new SetEvent.AllSuitable(turns.size()));
        if (!set.first().dryRun()) {
            deploy(revisionTags);
        }
        return outcomes();
    }

    private void deploy(Map<String, String> tags) {
        if (set.first().migration().isPresent()) {
            each(turns.subList(0, 1), () -> !closed, turn -> turn.migrate(one, tags));
        }
        each(turns, () -> !closed && failed().isEmpty(), turn -> {
            listener.on(new SetEvent.TurnCame(turn.service(), turn.number(), turns.size()));
            turn.deploy(one, tags);
        });
        List<ServiceTurn> failed = failed();
        List<ServiceTurn> left = turns.stream()
                .filter(turn -> turn.outcome().stage() == Stage.NOT_BEGUN && !failed.contains(turn))
                .toList();
        if (!failed.isEmpty() && !left.isEmpty()) {
            listener.on(new SetEvent.NotBegun(names(left), names(failed)));
        }
        if (!failed.isEmpty() && set.onFailure() == OnFailure.ROLL_BACK_SET) {
            List<ServiceTurn> lastFirst = new ArrayList<>(turns);
            Collections.reverse(lastFirst);
            each(lastFirst, () -> true, turn -> turn.takeBack(waysBack));
        }
    }

    /** Lets no further service begin; those under way go on. May be asked from any thread. */
    public void beginNoMore() {
        closed = true;
    }

    /** Returns what is known of each service by now. May be asked from any thread. */
    public List<ServiceOutcome> outcomes() {
        return outcomesOf(turns);
    }

    private void each(List<ServiceTurn> all, BooleanSupplier goesOn, Consumer<ServiceTurn> work) {
        Queue<ServiceTurn> waiting = new ConcurrentLinkedQueue<>(all);
        Lane lane = new Lane(waiting, goesOn, work);
        crew.all(Collections.nCopies(Math.min(set.lanes(), all.size()), lane));
    }

    private List<ServiceTurn> failed() {
        return turns.stream().filter(turn -> turn.outcome().isFailure()).toList();
    }

    private static List<ServiceOutcome> outcomesOf(List<ServiceTurn> some) {
        return some.stream().map(ServiceTurn::outcome).toList();
    }

    private static List<ServiceName> names(List<ServiceTurn> some) {
        return some.stream().map(ServiceTurn::service).toList();
    }

    /** Takes one service after the other. What ends the work of one lane, a stop or a defect, empties the queue for the others. */
    private record Lane(Queue<ServiceTurn> waiting, BooleanSupplier goesOn, Consumer<ServiceTurn> work)
            implements Runnable {
        @Override
        public void run() {
            boolean finished = false;
            try {
                ServiceTurn next = goesOn.getAsBoolean() ? waiting.poll() : null;
                while (next != null) {
                    work.accept(next);
                    next = goesOn.getAsBoolean() ? waiting.poll() : null;
                }
                finished = true;
            } finally {
                if (!finished) {
                    waiting.clear();
                }
            }
        }
    }
}
