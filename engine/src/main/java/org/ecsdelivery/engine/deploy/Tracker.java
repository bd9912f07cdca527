package org.ecsdelivery.engine.deploy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.deploy.DeployResult.WayBack;
import org.ecsdelivery.engine.ecs.DeploymentState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.ecs.Target;
import org.ecsdelivery.engine.ecs.TargetState;
import org.ecsdelivery.engine.ecs.TaskState;
import org.ecsdelivery.engine.event.DeployEvent;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.event.EngineEvent.Phase;
import org.ecsdelivery.engine.event.EngineListener;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.failure.TransientFailure;
import org.ecsdelivery.engine.time.CallBudget;
import org.ecsdelivery.engine.time.Probe;

/**
 * Looks at a deployment until it has come far enough or has come to another end. Each look asks only for what is still open,
 * which makes the looks quicker the closer the end is (see {@link CallBudget}).
 */
final class Tracker implements Probe<DeployResult> {
    /** What the preflight and the update cost, near enough. */
    private static final int PREFLIGHT_CALLS = 8;

    private final DeploySettings settings;
    private final DeployPlan plan;
    private final Moments moments;
    private final Phases phases;
    private final Heartbeat listener;
    private final Fleet fleet;
    private final OwnRecord record;
    private final Rollout rollout;
    private final OldTasks oldTasks;
    private final NewTaskNews newTasks;
    private final FailedTasks failedTasks;
    private final FailureWatch failureWatch;
    private final News news;
    private final NewTargets newTargets;
    private final Levels levels;
    private final StageWatch stages;
    private final PauseHooks pauses;
    private final CallBudget budget;
    private final Rest rest;
    private final Sight sight;
    private boolean nothingDrains;
    private Optional<DeploymentState> wayBack = Optional.empty();
    private String wayBackReason = "";

    Tracker(
            DeploySettings settings,
            DeployPlan plan,
            DeploymentState own,
            DeployPorts ports,
            Moments moments,
            Phases phases,
            Sight sight,
            EngineListener told) {
        this.settings = settings;
        this.plan = plan;
        this.moments = moments;
        this.phases = phases;
        this.listener = new Heartbeat(moments.clock(), told);
        this.sight = sight;
        this.fleet = new Fleet(ports, settings);
        this.record = new OwnRecord(fleet, plan, own.taskDefinition(), sight);
        this.rollout = new Rollout(plan, own, record);
        this.oldTasks = new OldTasks(moments.clock(), listener);
        this.newTasks = new NewTaskNews(moments.clock(), told);
        this.failedTasks =
                new FailedTasks(fleet, ports.logs(), plan.source(), settings.failedTaskLogLines(), sight, listener);
        this.failureWatch = new FailureWatch(moments.clock(), own, failedTasks, record, listener);
        this.newTargets = new NewTargets(moments.clock(), listener);
        this.news = new News(plan.service().events(), new ProtectionNews(fleet, own.id(), listener));
        this.levels = new Levels(moments, listener);
        this.stages = new StageWatch(moments, settings.onPause(), listener);
        this.pauses = new PauseHooks(settings.onPause(), fleet, sight, stages, moments, listener);
        this.budget = new CallBudget(moments.clock(), PREFLIGHT_CALLS);
        this.rest = new Rest(moments.clock());
    }

    @Override
    public Optional<DeployResult> look() {
        record.newLook();
        takeIn(plan.oldTasks());
        Optional<DeployResult> end = levels.has(FinishLevel.DEPLOYED) ? Optional.empty() : lookAtService();
        if (end.isPresent() || wayBack.isPresent()) {
            wayBack.ifPresent(
                    back -> listener.beatIfQuiet(() -> new DeployEvent.StillWaiting(Words.of(back), Duration.ZERO)));
            return end;
        }
        lookAtOldTasks();
        lookAtTargets();
        advance();
        listener.beatIfQuiet(() -> new DeployEvent.StillWaiting(standing(), timeLeft()));
        return levels.has(goal()) ? Optional.of(succeeded()) : Optional.empty();
    }

    private Duration timeLeft() {
        Duration bake = stages.bakeLeft();
        return bake.isZero() ? oldTasks.timeLeft(plan.wayOut(settings.finishLevel())) : bake;
    }

    private DeployResult succeeded() {
        FinishLevel reached = goal();
        if (!levels.has(FinishLevel.DEPLOYED) && stages.stage().isPresent()) {
            listener.on(
                    new EngineEvent.Warned(
                            "Nobody watches the rest of the deployment: ECS keeps the old tasks for the bake"
                                    + " time and may still roll back. Choose DEPLOYED or a later level to follow it to its end."));
        }
        Duration took = moments.sinceStart();
        if (reached.includes(FinishLevel.DRAINED)) {
            new LeftOvers(fleet, sight, listener)
                    .tell(plan.service(), rollout.own().id());
        }
        return new DeployResult.Succeeded(rollout.own().id(), rollout.taskDefinition(), reached, took);
    }

    private Optional<DeployResult> lookAtService() {
        ServiceState service = fleet.service();
        news.tell(service.events());
        DeletedService.refuse(service, settings, rollout.own());
        if (wayBack.isPresent()) {
            return lookAtWayBack(service);
        }
        Course course = rollout.look(service);
        if (!service.rules().isRolling()) {
            record.get().ifPresent(known -> stages.look(known, service.rules().traffic()));
            pauses.look(record.get(), service.rules().traffic());
        }
        news.tell(rollout.own());
        failureWatch.look(rollout.own());
        if (newTargets.areUntold() && !failedTasks.unhealthy().isEmpty()) {
            lookAtNewTargets(failedTasks.unhealthy(), service);
        }
        return follow(course, service);
    }

    private Optional<DeployResult> follow(Course course, ServiceState service) {
        String deployment = rollout.own().id();
        String taskDefinition = rollout.taskDefinition();
        if (course instanceof Course.Completed) {
            levels.reach(FinishLevel.LIVE);
            levels.reach(FinishLevel.DEPLOYED);
            phases.enter(Phase.DRAIN);
        } else if (course instanceof Course.UnderWay) {
            lookWhetherLive(service);
        } else if (course instanceof Course.HeadingBack back) {
            return headBack(back, service);
        } else if (course instanceof Course.GivenUp givenUp) {
            failedTasks.tellAll(deployment);
            return Optional.of(new DeployResult.Failed(
                    deployment, taskDefinition, givenUp.reason(), !plan.hasCompletedDeployment()));
        } else if (course instanceof Course.Overtaken overtaken) {
            DeploymentState by = overtaken.by();
            return Optional.of(new DeployResult.Superseded(
                    deployment, taskDefinition, by.id(), by.taskDefinition(), fleet.originOf(by.taskDefinition())));
        }
        return Optional.empty();
    }

    private Optional<DeployResult> headBack(Course.HeadingBack back, ServiceState service) {
        failedTasks.tell(rollout.own().id());
        phases.enter(Phase.ROLLBACK);
        wayBack = Optional.of(back.to());
        wayBackReason = back.reason();
        listener.on(new DeployEvent.RollingBack(back.to(), back.reason()));
        return lookAtWayBack(service);
    }

    private Optional<DeployResult> lookAtWayBack(ServiceState service) {
        // a shift of traffic may leave our deployment the primary one until it is gone
        wayBack = service.primary()
                .filter(each -> !each.id().equals(rollout.own().id()))
                .or(() -> wayBack);
        wayBack.ifPresent(news::tell);
        if (failedTasks.areSomeStopping()) {
            failedTasks.tell(rollout.own().id());
        }
        if (!service.rules().isRolling() && record.get().isPresent()) {
            return wayBack.flatMap(to -> StagedCourse.end(record.get().get()).map(end -> rolledBack(to, end)));
        }
        return wayBack.filter(each -> each.rollout() != DeploymentState.Rollout.IN_PROGRESS)
                .map(each -> rolledBack(
                        each, each.rollout() == DeploymentState.Rollout.FAILED ? WayBack.FAILED : WayBack.COMPLETE));
    }

    private DeployResult rolledBack(DeploymentState to, WayBack end) {
        return new DeployResult.RolledBack(
                rollout.own().id(), rollout.taskDefinition(), to.taskDefinition(), wayBackReason, wayBackBy(), end);
    }

    private RolledBackBy wayBackBy() {
        RolledBackBy by = RolledBackBy.from(rollout.record(), wayBackReason).at(stages.stage());
        return pauses.haveRolledBack() ? by.byStep() : by;
    }

    private void lookWhetherLive(ServiceState service) {
        DeploymentState own = rollout.own();
        boolean full = service.rules().isRolling() || record.get().isEmpty()
                ? own.desired() == service.desired() && own.running() >= service.desired()
                : stages.hasAllTraffic() && !pauses.areDue();
        boolean due = !service.targetGroups().isEmpty() && newTargets.areDue(own);
        if (levels.has(FinishLevel.LIVE) || !full && !due) {
            return;
        }
        List<TaskState> running = sight.of(Sight.View.TASKS, List.of(), fleet::runningTasks);
        if (sight.hides(Sight.View.TASKS)) {
            return;
        }
        takeIn(running.stream()
                .filter(task -> !task.startedBy().equals(own.id()))
                .toList());
        List<TaskState> mine = running.stream()
                .filter(task -> task.startedBy().equals(own.id()))
                .toList();
        long serving = lookAtNewTargets(mine, service);
        if (full && serving >= service.desired()) {
            levels.reach(FinishLevel.LIVE);
        }
    }

    /** Returns how many of the tasks serve. */
    private long lookAtNewTargets(List<TaskState> mine, ServiceState service) {
        Map<String, String> instances = instancesOf(mine);
        var groups = askTargets(service.targetGroups());
        newTargets.look(mine, service, instances, groups);
        ServiceState asked = sight.hides(Sight.View.TARGETS) ? service.withoutLoadBalancers() : service;
        List<TaskState> serving = NewTasks.serving(mine, asked, instances, groups, stages.targetGroups());
        newTasks.saw(mine, serving, task -> TaskTargets.of(task, asked.loadBalancers(), instances));
        return serving.size();
    }

    private void takeIn(List<TaskState> tasks) {
        List<TaskState> unknown =
                tasks.stream().filter(task -> !oldTasks.knows(task.arn())).toList();
        Map<String, String> instances = instancesOf(unknown);
        unknown.forEach(task -> oldTasks.add(OldTask.of(
                task,
                sight.hides(Sight.View.TARGETS)
                        ? List.of()
                        : TaskTargets.of(task, plan.service().loadBalancers(), instances))));
    }

    /** Once the rollout is done and only targets are open, the tasks themselves have no news that this level waits for. */
    private void lookAtOldTasks() {
        boolean spare = levels.has(FinishLevel.DEPLOYED)
                && settings.finishLevel() != FinishLevel.STOPPED
                && oldTasks.onlyTargetsAreOpen();
        List<String> open = oldTasks.notStopped();
        if (spare || open.isEmpty()) {
            return;
        }
        List<TaskState> seen = sight.of(Sight.View.TASKS, List.of(), () -> fleet.tasks(open));
        if (!sight.hides(Sight.View.TASKS)) {
            oldTasks.sawTasks(open, seen);
        }
    }

    private void lookAtTargets() {
        if (sight.hides(Sight.View.TASKS)) {
            lookWhetherAnythingDrains();
            return;
        }
        List<String> groups = oldTasks.groupsToWatch();
        if (!groups.isEmpty()) {
            var seen = askTargets(groups);
            if (!sight.hides(Sight.View.TARGETS)) {
                oldTasks.sawTargets(seen);
            }
        }
    }

    /** Old tasks that are not seen have been deregistered by the time at which ECS has completed the deployment. */
    private void lookWhetherAnythingDrains() {
        if (levels.has(FinishLevel.DEPLOYED) && goal() == FinishLevel.DRAINED) {
            nothingDrains = askTargets(plan.service().targetGroups()).values().stream()
                    .flatMap(group -> group.values().stream())
                    .noneMatch(target -> target.health().isDraining());
        }
    }

    private Map<String, Map<Target, TargetState>> askTargets(List<String> groups) {
        return unlessHidden(() -> fleet.targets(groups));
    }

    private Map<String, String> instancesOf(List<TaskState> tasks) {
        return unlessHidden(() -> fleet.instancesOf(tasks));
    }

    private <K, V> Map<K, V> unlessHidden(Supplier<Map<K, V>> question) {
        Map<K, V> seen = sight.of(Sight.View.TARGETS, Map.of(), question);
        if (sight.hides(Sight.View.TARGETS)) {
            oldTasks.forgetTargets();
        }
        return seen;
    }

    /** Returns how far the deployment can be followed of how far it shall be. */
    private FinishLevel goal() {
        FinishLevel wanted = settings.finishLevel();
        if (!sight.hides(Sight.View.TASKS)) {
            return wanted;
        }
        boolean blind =
                sight.hides(Sight.View.TARGETS) || plan.service().targetGroups().isEmpty();
        FinishLevel most = blind ? FinishLevel.DEPLOYED : FinishLevel.DRAINED;
        return wanted.includes(most) ? most : wanted;
    }

    private void advance() {
        boolean drained = sight.hides(Sight.View.TASKS) ? nothingDrains : oldTasks.areDrained();
        if (levels.has(FinishLevel.DEPLOYED) && goal().includes(FinishLevel.DRAINED) && drained) {
            levels.reach(FinishLevel.DRAINED);
            if (goal() == FinishLevel.STOPPED && oldTasks.areStopped()) {
                levels.reach(FinishLevel.STOPPED);
            }
        }
    }

    @Override
    public Duration beat() {
        Duration affordable = budget.spend(fleet.callsSinceLast());
        return wayBack.isPresent() ? affordable : Rest.longer(affordable, quietTime());
    }

    private Duration quietTime() {
        boolean deployed = levels.has(FinishLevel.DEPLOYED);
        boolean bakes = !deployed
                && levels.has(FinishLevel.LIVE)
                && !plan.service().rules().alarms().names().isEmpty()
                && oldTasks.areStopped();
        Duration leisure = deployed ? Duration.ZERO : stages.rest();
        return Rest.longer(
                Rest.whileDraining(oldTasks.quietTime(plan.shortestDelay()), deployed),
                Rest.longer(leisure, rest.whileBaking(bakes)));
    }

    @Override
    public void stumbled(TransientFailure failure, Duration untilNext) {
        listener.on(new EngineEvent.Warned(
                "Looking again in " + untilNext.toSeconds() + " s, since a look failed: " + failure.getMessage()));
    }

    /** Returns what is to be said when the time limit passed. */
    DeployResult timedOut() {
        if (wayBack.isPresent()) {
            return rolledBack(wayBack.get(), WayBack.UNDER_WAY);
        }
        return new DeployResult.TimedOut(
                rollout.own().id(),
                rollout.taskDefinition(),
                settings.finishLevel(),
                settings.timeout(),
                standing(),
                levels.whatBecomesOf("The deployment"));
    }

    /** Returns what is to be said when the step can look no more. */
    String lostSight(FailureKind why) {
        String own = "Deployment " + rollout.own().id();
        return DeletedService.isMeantBy(why)
                ? own + " ended with its service, which was deleted meanwhile."
                : levels.whatBecomesOf(own) + " This step no longer follows it.";
    }

    private String standing() {
        String old = oldTasks.standing();
        return Words.of(rollout.own()) + stages.standing() + (old.isEmpty() ? "" : "; old tasks: " + old);
    }
}
