package org.ecsdelivery.engine.stack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ecsdelivery.common.settings.SetupApply;
import org.ecsdelivery.common.settings.SetupParameters;
import org.ecsdelivery.common.settings.SetupSettings;
import org.ecsdelivery.engine.failure.Cancelled;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.stack.SetupResult.End;
import org.ecsdelivery.engine.time.Cancellation;
import org.ecsdelivery.engine.time.Pause;
import org.ecsdelivery.engine.time.Poller;

/**
 * Makes a stack what its template says: has CloudFormation work out a change set, shows it, carries it out where that is
 * allowed, and follows the events of just this request to their end.
 */
public final class StackSetup {
    private static final Duration BEAT = Duration.ofSeconds(3);
    private static final Map<String, String> NONE = Map.of();

    private final StackApi stacks;
    private final InstantSource clock;
    private final Poller poller;
    private final SetupTold told;

    /** Makes the use case on the given world and time. */
    public StackSetup(StackApi stacks, InstantSource clock, Pause pause, Cancellation cancellation, SetupTold told) {
        this.stacks = stacks;
        this.clock = clock;
        this.poller = new Poller(clock, pause, cancellation);
        this.told = told;
    }

    /**
     * Sets a stack up.
     *
     * @param template the text of the template; not asked for when a change set is given
     * @param token what the events of this request carry, a letter first, then letters, digits and hyphens, at most 128
     * @param trial whether what was shown shall leave nothing behind
     * @throws EngineException when CloudFormation refuses the template, or the stack cannot be changed
     * @throws Cancelled when the work is cancelled
     */
    public SetupResult run(SetupSettings settings, Supplier<String> template, String token, boolean trial) {
        Instant deadline = clock.instant().plus(settings.timeout());
        Optional<StackState> before = stacks.stack(settings.stack().value());
        before.ifPresent(stack -> requireUsable(settings, stack));
        before.filter(stack -> settings.rules().detectDrift() && !stack.inReview())
                .ifPresent(stack -> new DriftLook(stacks, poller, told).tell(stack.id(), deadline));
        ChangeSetState planned = settings.changeSet()
                .map(id -> chosen(settings, id))
                .orElseGet(() -> planned(settings, before, template.get(), token, deadline));
        if (planned.changesNothing()) {
            return unchanged(settings, planned);
        }
        requirePlanned(settings, planned);
        show(settings, planned);
        if (trial) {
            discard(planned);
            return result(
                    End.SHOWN,
                    "A personal build only shows what would change; nothing was carried out.",
                    before.map(StackState::outputs).orElse(NONE));
        }
        return decided(settings, planned).orElseGet(() -> carryOut(settings, planned, token, deadline));
    }

    private static void requireUsable(SetupSettings settings, StackState stack) {
        if (stack.busy()) {
            throw unsuitable(
                    "Stack " + settings.stack() + " is in " + stack.status() + ": an operation is under way",
                    stack.reason(),
                    "Wait until it has ended, then run the build again.");
        }
        if (stack.status().equals("ROLLBACK_COMPLETE")
                || stack.status().equals("ROLLBACK_FAILED")
                || stack.status().equals("CREATE_FAILED")) {
            throw unsuitable(
                    "Stack " + settings.stack() + " is in " + stack.status()
                            + ": its creation failed, and CloudFormation does not go on from there",
                    stack.reason(),
                    "Delete it (aws cloudformation delete-stack --stack-name " + settings.stack()
                            + "), then run the build again.");
        }
        if (stack.status().equals("UPDATE_ROLLBACK_FAILED")) {
            throw unsuitable(
                    "Stack " + settings.stack() + " is in " + stack.status(),
                    stack.reason(),
                    "Have the way back go on (aws cloudformation continue-update-rollback --stack-name "
                            + settings.stack() + "), then run the build again.");
        }
        if (stack.status().equals("DELETE_FAILED")) {
            throw unsuitable(
                    "Stack " + settings.stack() + " is in " + stack.status() + ": it is half deleted",
                    stack.reason(),
                    "Delete the rest (aws cloudformation delete-stack --stack-name " + settings.stack()
                            + "), then run the build again.");
        }
    }

    private static EngineException unsuitable(String fact, String reported, String remedy) {
        return new EngineException(FailureKind.STACK_UNSUITABLE, fact, reported, remedy);
    }

    private ChangeSetState chosen(SetupSettings settings, String id) {
        ChangeSetState set = stacks.changeSet(id);
        if (!set.stackId().contains(":stack/" + settings.stack() + "/")) {
            throw unsuitable(
                    "Change set " + id + " is of " + set.stackId() + ", not of stack " + settings.stack(),
                    "",
                    "Enter the change set of this stack as " + SetupParameters.CHANGE_SET.label() + ", or another "
                            + SetupParameters.STACK.label() + ".");
        }
        return set;
    }

    private ChangeSetState planned(
            SetupSettings settings, Optional<StackState> before, String template, String token, Instant deadline) {
        boolean creates = before.map(StackState::inReview).orElse(true);
        Set<String> declared = stacks.parametersOf(template);
        Set<String> kept = new LinkedHashSet<>(declared);
        kept.retainAll(before.map(StackState::parameters).orElse(Set.of()));
        kept.removeAll(settings.parameters().keySet());
        told.say((creates ? "Creating" : "Updating") + " stack " + settings.stack() + ": "
                + settings.parameters().size() + " parameters given, " + kept.size()
                + " as they are; asking CloudFormation what would change.");
        String id = asked(
                settings,
                new StackApi.Request(
                        settings.stack(),
                        creates,
                        token,
                        template,
                        settings.parameters(),
                        kept,
                        settings.rules().roles(),
                        settings.rules().serviceRole()));
        return poller.until(
                        deadline,
                        new Look<>(() -> Optional.of(stacks.changeSet(id)).filter(ChangeSetState::ready), told, BEAT))
                .orElseThrow(() -> new EngineException(
                        FailureKind.TIMED_OUT,
                        "CloudFormation has not worked out change set " + id + " within "
                                + settings.timeout().toMinutes() + " minutes",
                        "",
                        "Raise " + SetupParameters.TIMEOUT.label() + " (" + SetupParameters.TIMEOUT.name() + ")."));
    }

    private String asked(SetupSettings settings, StackApi.Request request) {
        try {
            return stacks.plan(request);
        } catch (EngineException refused) {
            if (refused.kind() != FailureKind.AWS_REFUSED) {
                throw refused;
            }
            String reported = refused.reported().orElse("");
            boolean roles = reported.contains("CAPABILITY_");
            throw unsuitable(
                    "CloudFormation refuses to work out a change set for stack " + settings.stack(),
                    reported,
                    roles
                            ? "Set " + SetupParameters.ROLES.label() + " (" + SetupParameters.ROLES.name()
                                    + ") when you have read which roles the template makes."
                            : "Correct the template or " + SetupParameters.PARAMETERS.label() + " ("
                                    + SetupParameters.PARAMETERS.name() + ").");
        }
    }

    private static void requirePlanned(SetupSettings settings, ChangeSetState set) {
        if (set.failed() || !set.execution().equals("AVAILABLE")) {
            throw unsuitable(
                    "Change set " + set.id() + " of stack " + settings.stack() + " is " + set.status() + " and "
                            + set.execution(),
                    set.reason(),
                    set.failed()
                            ? "Correct the template or " + SetupParameters.PARAMETERS.name() + "."
                            : "It was carried out already, or the stack was changed since: have a new one shown.");
        }
    }

    private SetupResult unchanged(SetupSettings settings, ChangeSetState set) {
        discard(set);
        return result(
                End.UNCHANGED,
                "Stack " + settings.stack() + " is what the template says already; nothing was changed.",
                outputs(set.stackId()));
    }

    private void show(SetupSettings settings, ChangeSetState set) {
        told.say("Change set for stack " + settings.stack() + ": "
                + (set.changes().isEmpty() ? "outputs only" : ChangeTable.summary(set.changes())) + ".");
        if (!set.changes().isEmpty()) {
            ChangeTable.of(set.changes()).forEach(told::say);
        }
        set.changes().stream()
                .filter(StackChange::losesData)
                .forEach(each -> told.warn(
                        "Data would be lost: " + each.verb() + " " + each.resource() + " (" + each.type() + ")."));
    }

    /** Answers how it ends without being carried out; empty when it is to be carried out. */
    private Optional<SetupResult> decided(SetupSettings settings, ChangeSetState set) {
        List<String> data = set.changes().stream()
                .filter(StackChange::losesData)
                .map(StackChange::resource)
                .toList();
        if (!data.isEmpty() && !settings.rules().deleteData() && settings.apply() != SetupApply.SHOW) {
            discard(set);
            return Optional.of(result(
                    End.UNDECIDED,
                    "Nothing was carried out: the changes would delete data of " + String.join(", ", data)
                            + ". Give these resources DeletionPolicy and UpdateReplacePolicy Retain in the template, or"
                            + " set " + SetupParameters.DELETE_DATA.label() + " ("
                            + SetupParameters.DELETE_DATA.name() + ").",
                    NONE));
        }
        if (settings.changeSet().isPresent() && settings.apply() != SetupApply.SHOW) {
            return Optional.empty();
        }
        boolean risky = set.changes().stream().anyMatch(StackChange::takesAway);
        if (settings.apply() == SetupApply.SHOW || settings.apply() == SetupApply.SAFE && risky) {
            return Optional.of(new SetupResult(
                    settings.apply() == SetupApply.SHOW ? End.SHOWN : End.UNDECIDED,
                    waiting(settings, set, risky),
                    Optional.of(set.id()),
                    outputs(set.stackId())));
        }
        return Optional.empty();
    }

    private static String waiting(SetupSettings settings, ChangeSetState set, boolean risky) {
        String why = settings.apply() == SetupApply.SHOW
                ? "Nothing was carried out, as " + SetupParameters.APPLY.name() + " says."
                : "Nothing was carried out, since something would be replaced or deleted.";
        return why + " To carry out just these" + (risky ? ", which replace or delete something" : "")
                + ", run the step with " + SetupParameters.CHANGE_SET.name() + " " + set.id()
                + ", in a build that somebody approves.";
    }

    private SetupResult carryOut(SetupSettings settings, ChangeSetState set, String token, Instant deadline) {
        begin(set, token);
        told.say("CloudFormation carries it out; the events carry " + token + ".");
        StackWatch watch = new StackWatch(stacks, settings, set.stackId(), token, told);
        try {
            return poller.until(deadline, new Look<>(watch::look, told, BEAT))
                    .map(end -> ended(settings, set, watch, end))
                    .orElseGet(() -> timedOut(settings, set));
        } catch (Cancelled stopped) {
            takeBack(settings, set.stackId());
            throw stopped;
        }
    }

    /** The answer may be lost: what was asked for once is under way then, and cannot be asked for again. */
    private void begin(ChangeSetState set, String token) {
        try {
            stacks.execute(set.id(), token);
        } catch (EngineException refused) {
            if (stacks.events(set.stackId(), token).isEmpty()) {
                throw refused;
            }
        }
    }

    private SetupResult ended(SetupSettings settings, ChangeSetState set, StackWatch watch, StackNews end) {
        boolean good = end.status().equals("CREATE_COMPLETE") || end.status().equals("UPDATE_COMPLETE");
        return good
                ? result(End.APPLIED, "Stack " + settings.stack() + " is " + end.status() + ".", outputs(set.stackId()))
                : result(End.FAILED, watch.explained(end), NONE);
    }

    private SetupResult timedOut(SetupSettings settings, ChangeSetState set) {
        takeBack(settings, set.stackId());
        return result(
                End.TIMED_OUT,
                "Stack " + settings.stack() + " had not come to rest within "
                        + settings.timeout().toMinutes() + " minutes. "
                        + (settings.rules().cancelOnStop()
                                ? "Its update was asked to go back."
                                : "It goes on in CloudFormation.")
                        + " Raise " + SetupParameters.TIMEOUT.label() + " (" + SetupParameters.TIMEOUT.name()
                        + ") if it needs longer.",
                NONE);
    }

    private void takeBack(SetupSettings settings, String stackId) {
        if (settings.rules().cancelOnStop()) {
            try {
                stacks.cancelUpdate(stackId);
                told.warn("CloudFormation was asked to take the update back.");
            } catch (EngineException refused) {
                told.warn("The update could not be taken back, and goes on: " + refused.getMessage());
            }
        }
    }

    private void discard(ChangeSetState set) {
        try {
            stacks.discard(set.id());
            stacks.stack(set.stackId())
                    .filter(StackState::inReview)
                    .ifPresent(stack -> stacks.discardReview(stack.id()));
        } catch (EngineException left) {
            told.warn("The change set " + set.id() + " stays: " + left.getMessage());
        }
    }

    private Map<String, String> outputs(String stackId) {
        return stacks.stack(stackId).map(StackState::outputs).orElse(NONE);
    }

    private static SetupResult result(End end, String text, Map<String, String> outputs) {
        return new SetupResult(end, text, Optional.empty(), outputs);
    }
}
