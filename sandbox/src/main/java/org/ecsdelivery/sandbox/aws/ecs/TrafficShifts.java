package org.ecsdelivery.sandbox.aws.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;

/**
 * Leads deployments that shift traffic from stage to stage: green beside blue, test traffic, production traffic at once or in
 * steps, bake time, clean-up, with the hooks of each stage. Until the clean-up blue runs on, so the way back is a shift of
 * traffic.
 */
final class TrafficShifts {
    /** How long a hook may take (ECS developer guide, lifecycle hooks). */
    private static final int HOOK_MINUTES = 24 * 60;

    private final World world;
    private final Rollouts rollouts;
    private final Consumer<Service> wake;

    TrafficShifts(World world, Rollouts rollouts, Consumer<Service> wake) {
        this.world = world;
        this.rollouts = rollouts;
        this.wake = wake;
    }

    void begin(Service service, Deployment blue, Deployment green) {
        TrafficShift shift = new TrafficShift(service, blue, green);
        service.shift = Optional.of(shift);
        green.record.shift = service.shift;
        boolean several = service.deployments.size() > 2;
        later(
                shift,
                world.timings.schedulerBeat(),
                () -> enter(shift, several ? Stage.RECONCILE_SERVICE : Stage.PRE_SCALE_UP));
    }

    /** Forgets a shift whose deployment has been superseded. */
    void end(Service service) {
        service.shift.ifPresent(shift -> shift.over = true);
        service.shift = Optional.empty();
    }

    private void enter(TrafficShift shift, Stage stage) {
        shift.stage = stage;
        shift.record.updatedAt = world.simulation.now();
        world.simulation.record(Timeline.Kind.SERVICE_DEPLOYMENT, shift.record.arn, stage.name(), shift.service.arn);
        if (stage == Stage.TEST_TRAFFIC_SHIFT) {
            shift.test = 100;
        } else if (stage == Stage.PRODUCTION_TRAFFIC_SHIFT) {
            shift.production = shift.nextProduction();
        } else if (stage == Stage.CLEAN_UP) {
            shift.test = 0;
        }
        shift.hooksAt(stage).forEach(hook -> run(shift, hook));
        wake.accept(shift.service);
        goOn(shift);
    }

    private void run(TrafficShift shift, JsonNode hook) {
        Duration most = Duration.ofMinutes(
                hook.at("/timeoutConfiguration/timeoutInMinutes").asLong(HOOK_MINUTES));
        HookRun run = new HookRun(world.ids.uuid(), hook, world.simulation.now().plus(most));
        shift.hooks.add(run);
        later(shift, most, () -> timeOut(shift, run));
        if (!run.pause) {
            HookRun.Status end =
                    world.failingHooks.contains(run.target) ? HookRun.Status.FAILED : HookRun.Status.SUCCEEDED;
            later(shift, world.timings.schedulerBeat(), () -> finish(shift, run, end));
        }
    }

    private void timeOut(TrafficShift shift, HookRun run) {
        if (run.isOpen()) {
            run.status = HookRun.Status.TIMED_OUT;
            if (run.timeoutAction.equals("CONTINUE")) {
                goOn(shift);
            } else {
                rollBack(shift, "Service deployment rolled back because a lifecycle hook timed out.");
            }
        }
    }

    /** Ends a hook: by what it answered, or as somebody wishes. */
    void finish(TrafficShift shift, HookRun run, HookRun.Status end) {
        run.status = end;
        if (end == HookRun.Status.FAILED) {
            rollBack(shift, "Service deployment rolled back because a lifecycle hook failed.");
        } else {
            goOn(shift);
        }
    }

    void answerAll(boolean goOn) {
        world.clusters.values().stream()
                .flatMap(cluster -> cluster.services.values().stream())
                .flatMap(service -> service.shift.stream())
                .toList()
                .forEach(shift -> shift.hooks.stream()
                        .filter(run -> run.status == HookRun.Status.AWAITING_ACTION)
                        .toList()
                        .forEach(run -> finish(shift, run, goOn ? HookRun.Status.SUCCEEDED : HookRun.Status.FAILED)));
    }

    /** Goes to the next stage after a while, unless hooks or tasks have a say first. */
    private void goOn(TrafficShift shift) {
        boolean byTasks = shift.stage == Stage.SCALE_UP || shift.stage == Stage.CLEAN_UP;
        if (!byTasks && !shift.waitsForHooks()) {
            Stage from = shift.stage;
            later(shift, stay(shift), () -> {
                if (shift.stage == from) {
                    enter(shift, next(shift));
                }
            });
        }
    }

    private Duration stay(TrafficShift shift) {
        boolean step = shift.stage == Stage.PRODUCTION_TRAFFIC_SHIFT && shift.production < 100;
        Duration bake = shift.stage == Stage.BAKE_TIME ? shift.bake() : step ? shift.stepBake() : Duration.ZERO;
        return bake.plus(world.timings.schedulerBeat());
    }

    private static Stage next(TrafficShift shift) {
        boolean stepsOn = shift.stage == Stage.PRODUCTION_TRAFFIC_SHIFT && shift.production < 100;
        Stage next = stepsOn ? Stage.PRE_PRODUCTION_TRAFFIC_SHIFT : shift.stage.following();
        boolean silent = next == Stage.PRE_PRODUCTION_TRAFFIC_SHIFT
                && shift.hooksAt(next).isEmpty();
        return silent ? next.following() : next;
    }

    /** Takes note that every green task is healthy. */
    void scaledUp(TrafficShift shift) {
        if (shift.stage == Stage.SCALE_UP) {
            enter(shift, Stage.POST_SCALE_UP);
        }
    }

    /** Gives blue all traffic again; what is left of green goes, and blue gets back what it has lost. */
    void rollBack(TrafficShift shift, String reason) {
        Service service = shift.service;
        end(service);
        shift.hooks.stream().filter(HookRun::isOpen).forEach(run -> run.status = HookRun.Status.FAILED);
        shift.production = 0;
        shift.test = 0;
        shift.stage = Stage.CLEAN_UP;
        Deployment again = new Deployment(shift.blue.id, shift.blue.revision, shift.record, shift.blue.createdAt);
        again.rolloutReason = "Rolling back to deploymentId " + again.id + ".";
        service.deployments.removeIf(each -> each.id.equals(again.id));
        service.deployments.addFirst(again);
        rollouts.goesBack(service, shift.record, reason, again);
        wake.accept(service);
    }

    private void later(TrafficShift shift, Duration delay, Runnable step) {
        world.simulation.after(delay, () -> {
            if (!shift.over) {
                step.run();
            }
        });
    }
}
