package org.ecsdelivery.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecsdelivery.engine.ecs.DeploymentRules;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import org.ecsdelivery.engine.event.Plan;

/** The sentences of a plan, each naming the rule and the value that it follows from. */
final class PlanSentences {
    private static final Pattern DIGEST = Pattern.compile("(@sha256:[0-9a-f]{12})[0-9a-f]{52}");

    private final Plan plan;
    private final ServiceState service;
    private final DeploymentRules rules;

    private PlanSentences(Plan plan) {
        this.plan = plan;
        this.service = plan.service();
        this.rules = service.rules();
    }

    static List<String> of(Plan plan) {
        PlanSentences words = new PlanSentences(plan);
        List<String> all = new ArrayList<>();
        all.add(words.change());
        plan.differences().forEach(each -> all.add(difference(each)));
        all.add(words.strategy());
        all.addAll(TrafficSentences.hooks(plan.service().rules().traffic()));
        all.add(words.end());
        all.add(words.wayBack());
        plan.notes().forEach(each -> all.add("Note: " + each));
        return all;
    }

    private String change() {
        String now = RevisionState.shortId(service.taskDefinition());
        return "Service " + service.name() + " in cluster " + plan.cluster() + ": " + now + " -> the next revision of "
                + now.substring(0, Math.max(0, now.lastIndexOf(':'))) + ".";
    }

    private static String difference(Plan.Difference each) {
        return each.what() + ": " + shortened(each.before()) + " -> " + shortened(each.after()) + ".";
    }

    private static String shortened(String value) {
        return value.isEmpty() ? "(none)" : DIGEST.matcher(value).replaceAll("$1\u2026");
    }

    private String strategy() {
        return "Strategy " + rules.strategy() + ", desired count " + service.desired()
                + plan.pace().map(this::pace).orElseGet(() -> TrafficSentences.pace(rules.traffic())) + ".";
    }

    private String pace(Plan.Pace pace) {
        return ": minimumHealthyPercent " + rules.minimumHealthyPercent() + " keeps "
                + Amount.of(pace.minimum(), "task") + " healthy, maximumPercent " + rules.maximumPercent() + " allows "
                + pace.maximum() + " (" + pace.surge() + " more than desired)"
                + (pace.batches() == 0
                        ? ""
                        : "; up to " + Amount.of(pace.atATime(), "new task") + " at a time, "
                                + (pace.batches() == 1 ? "1 batch" : pace.batches() + " batches"));
    }

    private String end() {
        return "Finish when " + plan.level() + ": "
                + plan.atMost()
                        .map(time -> "at most " + Amount.of(time)
                                + " if nothing fails, besides finding room for the tasks and pulling the image")
                        .orElse("how long that may take cannot be told")
                + plan.deregistrationDelay()
                        .map(delay -> "; deregistration delay " + Amount.of(delay))
                        .orElse("")
                + ".";
    }

    private String wayBack() {
        return "If it fails: " + breaker() + alarms()
                + plan.backTo()
                        .filter(revision -> service.rollsBack())
                        .map(revision -> "; the way back leads to " + RevisionState.shortId(revision))
                        .orElse("")
                + ".";
    }

    private String breaker() {
        if (!rules.isRolling()) {
            return TrafficSentences.breaker(rules);
        }
        if (!rules.breaks()) {
            return "the deployment circuit breaker is off";
        }
        return "the deployment circuit breaker stops it"
                + (rules.rollsBack() ? " and rolls back" : ", without going back");
    }

    private String alarms() {
        return Optional.of(rules.alarms())
                .filter(alarms -> !alarms.names().isEmpty())
                .map(alarms -> ", "
                        + (alarms.names().size() == 1 ? "alarm " : "any of the alarms ")
                        + String.join(", ", alarms.names())
                        + (alarms.rollsBack() ? " stops it and rolls back" : " stops it, without going back"))
                .orElse(", no alarm watches it");
    }
}
