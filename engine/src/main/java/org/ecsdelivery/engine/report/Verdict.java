package org.ecsdelivery.engine.report;

import java.util.Optional;
import org.ecsdelivery.common.parameter.Parameter;
import org.ecsdelivery.common.settings.DeployParameters;
import org.ecsdelivery.common.settings.DeploySettings;
import org.ecsdelivery.engine.deploy.DeployResult;
import org.ecsdelivery.engine.deploy.DeployResult.Failed;
import org.ecsdelivery.engine.deploy.DeployResult.Planned;
import org.ecsdelivery.engine.deploy.DeployResult.RolledBack;
import org.ecsdelivery.engine.deploy.DeployResult.Succeeded;
import org.ecsdelivery.engine.deploy.DeployResult.Superseded;
import org.ecsdelivery.engine.deploy.DeployResult.TimedOut;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.failure.FailureKind;

/**
 * The last word on a deployment.
 *
 * @param word the result in one word, for the parameter {@code ecs-delivery.deploy.result} and for the report
 * @param kind what kind of build problem it is; empty for a success
 * @param text what happened, to which thing, the cause as reported, and what to do
 * @param result the result it words; empty when the step did not come to one
 */
public record Verdict(String word, Optional<FailureKind> kind, String text, Optional<DeployResult> result) {
    private Verdict(String word, FailureKind kind, String text, DeployResult result) {
        this(word, Optional.of(kind), text, Optional.of(result));
    }

    /** Words the result of a deployment. */
    public static Verdict of(DeploySettings settings, DeployResult result) {
        String service = "service " + settings.service() + " in cluster " + settings.cluster();
        String revision = RevisionState.shortId(result.taskDefinition());
        if (result instanceof Planned planned) {
            return new Verdict(
                    "PLANNED",
                    Optional.empty(),
                    "Dry run: nothing was changed; " + service + " goes on to run " + revision + ".",
                    Optional.of(planned));
        }
        if (result instanceof Succeeded succeeded) {
            return succeeded(succeeded, "Deployed " + revision + " to " + service);
        }
        if (result instanceof RolledBack back) {
            return rolledBack(back, revision + " did not hold on " + service);
        }
        if (result instanceof Superseded superseded) {
            return superseded(superseded, revision, service);
        }
        if (result instanceof Failed failed) {
            return new Verdict(
                    "FAILED",
                    FailureKind.DEPLOYMENT_FAILED,
                    "ECS gave up the deployment of " + revision + " to " + service + " and did not go back: "
                            + ended(failed.reason()) + afterwards(failed),
                    failed);
        }
        return timedOut((TimedOut) result, revision, service);
    }

    private static String afterwards(Failed failed) {
        return failed.first()
                ? " No deployment of the service has completed before, so ECS has none to go back to: the service stands"
                        + " still until one does. Mend the image or the task definition and deploy again."
                : " The service may run with fewer tasks than desired: mend the image or the task definition and deploy"
                        + " again, and switch on the deployment circuit breaker with rollback so that ECS goes back by"
                        + " itself.";
    }

    /** Words the end of a deploy step that failed before or besides its deployment. */
    public static Verdict of(FailureKind kind, String text) {
        return new Verdict("FAILED", Optional.of(kind), text, Optional.empty());
    }

    /** Words the end of a deploy step that was stopped. */
    public static Verdict interrupted(String text) {
        return new Verdict("INTERRUPTED", Optional.empty(), text, Optional.empty());
    }

    /** Words that there is no last word yet. */
    public static Verdict underWay() {
        return new Verdict("UNDER_WAY", Optional.empty(), "The step goes on.", Optional.empty());
    }

    /** Tells whether the deployment, or the plan of one, came as far as was asked for. */
    public boolean isSuccess() {
        return word.equals("SUCCEEDED") || word.equals("PLANNED");
    }

    private static Verdict succeeded(Succeeded result, String what) {
        String end = switch (result.level()) {
            case LIVE -> "the new tasks serve";
            case DEPLOYED -> "ECS has completed the deployment";
            case DRAINED -> "the old tasks are drained";
            case STOPPED -> "the old tasks are stopped";
        };
        String text = what + " in " + Amount.of(result.took()) + ": " + end + ".";
        return new Verdict("SUCCEEDED", Optional.empty(), text, Optional.of(result));
    }

    private static Verdict rolledBack(RolledBack result, String what) {
        String earlier = RevisionState.shortId(result.backTo());
        String at = result.by().stage().map(stage -> " at " + stage).orElse("");
        String back = switch (result.wayBack()) {
            case COMPLETE -> "ECS rolled it back" + at + ", the service runs " + earlier + " again.";
            case FAILED -> "ECS rolled it back" + at + " to " + earlier + ", and the tasks of that fail too.";
            case UNDER_WAY ->
                "ECS rolls it back" + at + " to " + earlier + ", which was still under way when the time limit passed.";
        };
        return new Verdict(
                "ROLLED_BACK",
                FailureKind.ROLLED_BACK,
                what + ": " + ended(result.reason()) + " " + back + RollbackSentences.of(result.by()),
                result);
    }

    private static Verdict superseded(Superseded result, String revision, String service) {
        String other = RevisionState.shortId(result.otherTaskDefinition());
        return new Verdict(
                "SUPERSEDED",
                FailureKind.SUPERSEDED,
                "Deployment " + result.deployment() + " of " + revision + " to " + service
                        + " was replaced by deployment " + result.by() + " of "
                        + other + ", which this build did not start. "
                        + result.origin()
                                .inWords()
                                .map(who -> other + " was registered by " + who + ".")
                                .orElse("Find out who deployed at the same time.")
                        + " Deploy again if " + revision + " shall run.",
                result);
    }

    private static Verdict timedOut(TimedOut result, String revision, String service) {
        return new Verdict(
                "TIMED_OUT",
                FailureKind.TIMED_OUT,
                "Deployment " + result.deployment() + " of " + revision + " to " + service + " did not reach "
                        + result.level() + " within " + Amount.of(result.limit()) + ". Last seen: "
                        + ended(result.lastSeen()) + " " + result.goesOn() + " Raise "
                        + named(DeployParameters.TIMEOUT) + ", or choose an earlier "
                        + named(DeployParameters.FINISH_LEVEL) + ".",
                result);
    }

    private static String named(Parameter parameter) {
        return parameter.label() + " (" + parameter.name() + ")";
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
