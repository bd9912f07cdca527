package org.ecsdelivery.engine.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ecsdelivery.common.settings.ServiceSet;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.failure.FailureKind;
import org.ecsdelivery.engine.set.ServiceOutcome;
import org.ecsdelivery.engine.set.ServiceOutcome.Stage;

/**
 * What came of all the services of a step: the last word, a table, a document and a page.
 *
 * @param set what was asked for
 * @param outcomes one for each service, in their order
 * @param took how long the step took
 */
public record SetSummary(ServiceSet set, List<ServiceOutcome> outcomes, Duration took) {
    static final List<String> HEAD = List.of("Service", "Result", "Revision before", "Revision", "Image");

    /** Copies the list. */
    public SetSummary {
        outcomes = List.copyOf(outcomes);
    }

    /** Returns the last word on the set, when the step came to its end. */
    public Verdict verdict() {
        String all = outcomes.size() + " services in cluster " + set.first().cluster();
        if (set.first().dryRun()) {
            return good(
                    "PLANNED", "Dry run: nothing was changed; " + all + " can be deployed to: " + names(each -> true));
        }
        if (outcomes.stream().allMatch(ServiceOutcome::isSuccess)) {
            return good("SUCCEEDED", "Deployed " + all + " in " + Amount.of(took) + ": " + names(each -> true));
        }
        Optional<FailureKind> kind = outcomes.stream()
                .filter(ServiceOutcome::isFailure)
                .flatMap(each -> ServiceVerdict.of(each).kind().stream())
                .findFirst();
        return kind.isEmpty()
                ? Verdict.interrupted("The step was stopped. " + state(all))
                : new Verdict(isAsBefore() ? "ROLLED_BACK" : "FAILED", kind, state(all) + reasons(), Optional.empty());
    }

    /** Returns the last word on a step that ended before it was done. */
    public Verdict interrupted(String why) {
        return Verdict.interrupted(why + " "
                + state(outcomes.size() + " services in cluster " + set.first().cluster()));
    }

    private static Verdict good(String word, String text) {
        return new Verdict(word, Optional.empty(), text + ".", Optional.empty());
    }

    /** Every service runs what it ran before, or was not begun. */
    private boolean isAsBefore() {
        return outcomes.stream().anyMatch(ServiceOutcome::isBack)
                && outcomes.stream().allMatch(each -> each.isBack() || each.stage() == Stage.NOT_BEGUN);
    }

    private String state(String all) {
        long deployed = outcomes.stream().filter(SetSummary::isDeployed).count();
        return deployed + " of " + all + (deployed == 1 ? " is deployed." : " are deployed.")
                + list("Not deployed", ServiceOutcome::isFailure)
                + list("Left under way", each -> each.stage() == Stage.UNDER_WAY)
                + list("Not begun", each -> each.stage() == Stage.NOT_BEGUN && !each.isFailure())
                + list("Deployed", SetSummary::isDeployed)
                + list("Back on what they ran before", ServiceOutcome::isBack);
    }

    private static boolean isDeployed(ServiceOutcome outcome) {
        return outcome.stage() == Stage.OVER && outcome.isSuccess() && !outcome.isBack();
    }

    private String list(String what, Predicate<ServiceOutcome> which) {
        String names = names(which);
        return names.isEmpty() ? "" : " " + what + ": " + names + ".";
    }

    private String names(Predicate<ServiceOutcome> which) {
        return outcomes.stream()
                .filter(which)
                .map(each -> each.settings().service().value())
                .collect(Collectors.joining(", "));
    }

    private String reasons() {
        return outcomes.stream()
                .filter(each -> each.isFailure()
                        || each.back().filter(back -> !back.done()).isPresent())
                .map(each -> "\n" + each.settings().service() + ": "
                        + ServiceVerdict.of(each).text())
                .collect(Collectors.joining());
    }

    /** Returns a line for each service, below a line of heads. */
    public List<String> table() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        outcomes.forEach(each -> rows.add(row(each)));
        return TextTable.of(rows);
    }

    static List<String> row(ServiceOutcome outcome) {
        return List.of(
                outcome.settings().service().value(),
                ServiceVerdict.of(outcome).word(),
                outcome.before().map(RevisionState::shortId).orElse("-"),
                outcome.taskDefinition().map(RevisionState::shortId).orElse("-"),
                outcome.settings().image().toString());
    }

    /** Returns the document, JSON. */
    public String json(Verdict verdict) {
        return SetJson.of(this, verdict);
    }

    /** Returns the page, which needs nothing else, no script and no network. */
    public String html(Verdict verdict) {
        return SetPage.of(this, verdict);
    }
}
