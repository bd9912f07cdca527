package org.ecsdelivery.aws.deploy;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ecsdelivery.common.settings.FinishLevel;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.event.EngineEvent;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.sandbox.aws.ecs.TaskBehaviour;
import org.ecsdelivery.sandbox.aws.elb.TargetGroupSpec;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.aws.simulation.Timeline;

/** One deploy step in which one call goes wrong from one phase on, and what came of it in the words of the table. */
final class FaultedStep {
    /** The ways to go wrong. */
    enum Trouble {
        THROTTLED("throttled", FailureKind.AWS_UNREACHABLE, Fault::throttled),
        SERVER_ERROR("500", FailureKind.AWS_UNREACHABLE, () -> Fault.server(500)),
        RESET("reset", FailureKind.AWS_UNREACHABLE, Fault::dropped),
        HANGS("hangs", FailureKind.AWS_UNREACHABLE, Fault::hanging),
        BROKEN_ANSWER("broken answer", FailureKind.AWS_UNREACHABLE, Fault::malformed),
        EXPIRED("credentials expired", FailureKind.CREDENTIALS, Fault::expiredToken),
        DENIED("access denied", FailureKind.ACCESS_DENIED, Fault::denied);

        final String label;
        private final FailureKind kind;
        private final Supplier<Fault> fault;

        Trouble(String label, FailureKind kind, Supplier<Fault> fault) {
            this.label = label;
            this.kind = kind;
            this.fault = fault;
        }

        Fault fault() {
            return fault.get();
        }

        boolean passes() {
            return kind == FailureKind.AWS_UNREACHABLE;
        }
    }

    private static final Duration MOMENT = Duration.ofMillis(200);

    private final StepOnLocalAws step;
    private final Trouble trouble;

    private FaultedStep(StepOnLocalAws step, Trouble trouble) {
        this.step = step;
        this.trouble = trouble;
    }

    /** Runs the step with a call that goes wrong for good. */
    static String lasting(EngineEvent.Phase from, String action, boolean tasksFail, Trouble trouble) {
        return seen(
                trouble,
                tasksFail,
                2,
                step -> step.listen(event -> {
                    if (event.equals(new EngineEvent.PhaseStarted(from))) {
                        strike(step, action, Long.MAX_VALUE, trouble);
                    }
                }));
    }

    static void strike(StepOnLocalAws step, String action, long times, Trouble trouble) {
        String[] parts = action.split(":");
        step.aws.faults().next(parts[0], parts[1], times, trouble.fault());
    }

    /**
     * Runs the step.
     *
     * @param attempts how often a call that hangs is made before it counts as failed
     */
    static String seen(Trouble trouble, boolean tasksFail, int attempts, Consumer<StepOnLocalAws> script) {
        try (StepOnLocalAws step = new StepOnLocalAws()) {
            step.aws.ecs().containerInstance(StepOnLocalAws.CLUSTER, "i-0123456789abcdef0");
            String group = step.aws
                    .elb()
                    .create(TargetGroupSpec.named("web")
                            .withTargetType("instance")
                            .withHealthChecks(Duration.ofSeconds(1), 2, 2)
                            .withDeregistrationDelay(Duration.ofSeconds(5)));
            step.service(2).bridge().targetGroup(group).alarm("errors-high").create();
            step.counting(2);
            if (tasksFail) {
                step.newTasks(TaskBehaviour.exits(1).printing("FATAL: no database"));
            }
            step.image(TaggedImage.pushed(step.aws, "shop/web", "7")).within(Duration.ofSeconds(90));
            if (trouble == Trouble.HANGS) {
                step.waitingForAnswers(MOMENT, attempts);
            }
            script.accept(step);
            return new FaultedStep(step, trouble).seen();
        }
    }

    private String seen() {
        long deployments = deployments();
        try {
            return ended(step.run()) + warned();
        } catch (EngineException failure) {
            String kind = failure.kind() == trouble.kind ? "" : " AS " + failure.kind();
            return "fails" + kind + "; " + leftBehind(deployments() > deployments);
        } catch (RuntimeException defect) {
            return "DEFECT " + defect;
        } finally {
            step.aws.faults().clear();
        }
    }

    private String ended(DeployResult result) {
        if (result instanceof DeployResult.Succeeded succeeded) {
            return "succeeds" + (succeeded.level() == FinishLevel.STOPPED ? "" : " at " + succeeded.level());
        }
        if (result instanceof DeployResult.TimedOut) {
            String words = step.words(result);
            return "times out; "
                    + (words.contains("is complete in ECS")
                            ? "complete, said"
                            : said(words.contains("goes on in ECS"), "goes on"));
        }
        return result instanceof DeployResult.RolledBack
                ? "rolled back"
                : result.getClass().getSimpleName();
    }

    /** Looks that are made again are not told in the table: how many there are depends on nothing but the time limit. */
    private String warned() {
        long warnings = step.warnings().stream()
                .filter(each -> !each.startsWith("Looking again in "))
                .count();
        return warnings == 0 ? "" : ", " + warnings + " warned";
    }

    private String leftBehind(boolean begun) {
        if (isWarnedOf("is complete in ECS")) {
            return "complete, said";
        }
        if (begun) {
            return said(isWarnedOf("goes on in ECS") || isWarnedOf("whether ECS began"), "may go on");
        }
        return step.aws.ecs().revisions(StepOnLocalAws.SERVICE) > 1
                ? said(isWarnedOf("is registered") || isWarnedOf("may have registered"), "revision left")
                : "nothing changed";
    }

    private static String said(boolean said, String what) {
        return what + (said ? ", said" : ", NOT SAID");
    }

    private boolean isWarnedOf(String words) {
        return step.warnings().stream().anyMatch(each -> each.contains(words));
    }

    private long deployments() {
        return step.aws.ecs().timeline().of(Timeline.Kind.DEPLOYMENT).stream()
                .map(Timeline.Entry::subject)
                .distinct()
                .count();
    }
}
