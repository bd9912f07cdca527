package org.ecsdelivery.engine.image.lifecycle;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A lifecycle policy of a repository (Amazon ECR user guide, "Lifecycle policy properties"). */
public final class LifecyclePolicy {
    private static final int MOST_RULES = 50;

    private final List<LinedJson> rules;

    private LifecyclePolicy(List<LinedJson> rules) {
        this.rules = rules;
    }

    /**
     * Reads a policy, and sees that ECR will take it.
     *
     * @throws IllegalArgumentException when it will not, with the line and what is wrong there
     */
    public static LifecyclePolicy checked(String text) {
        LifecyclePolicy policy = read(text);
        policy.check();
        return policy;
    }

    private static LifecyclePolicy read(String text) {
        LinedJson all = LinedJson.read(text);
        Map<String, LinedJson> members = all.members("the policy");
        LifecycleRuleCheck.requireKnown(members, Set.of("rules"), "a lifecycle policy");
        return new LifecyclePolicy(
                LifecycleRuleCheck.required(members, "rules", all.line()).elements("'rules'"));
    }

    /** Tells whether two texts are policies that do the same; the order of rules is that of their priorities, wherever they stand. */
    public static boolean isSame(String one, String other) {
        try {
            return read(one).plain().equals(read(other).plain());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private List<Object> plain() {
        return rules.stream()
                .map(LinedJson::plain)
                .sorted(Comparator.comparing(LifecyclePolicy::priority))
                .toList();
    }

    private static BigDecimal priority(Object rule) {
        Object priority = rule instanceof Map<?, ?> members ? members.get("rulePriority") : null;
        return priority instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    private void check() {
        if (rules.isEmpty() || rules.size() > MOST_RULES) {
            throw LinedJson.wrong(
                    rules.isEmpty() ? 1 : rules.get(MOST_RULES).line(),
                    rules.size() + " rules are given, and ECR takes 1 to " + MOST_RULES);
        }
        Map<BigDecimal, Integer> priorities = new HashMap<>();
        rules.forEach(rule -> new LifecycleRuleCheck(rule).run(priorities));
        rules.forEach(this::checkLast);
    }

    /** A rule for all images leaves nothing to those after it; archived images have rules of their own. */
    private void checkLast(LinedJson rule) {
        Map<String, LinedJson> selection = selection(rule);
        if (!is(selection, "tagStatus", "any")) {
            return;
        }
        String storage = storage(selection);
        rules.stream()
                .filter(other -> other != rule && storage(selection(other)).equals(storage))
                .filter(other -> priority(other.plain()).compareTo(priority(rule.plain())) > 0)
                .findFirst()
                .ifPresent(other -> {
                    throw LinedJson.wrong(
                            rule.line(),
                            "its tagStatus is any, so its rulePriority must be the highest; the rule in line "
                                    + other.line() + " has a higher one");
                });
    }

    private static Map<String, LinedJson> selection(LinedJson rule) {
        return LifecycleRuleCheck.required(rule.members("a rule"), "selection", rule.line())
                .members("'selection'");
    }

    private static boolean is(Map<String, LinedJson> members, String name, String value) {
        return members.containsKey(name) && value.equals(members.get(name).value());
    }

    private static String storage(Map<String, LinedJson> selection) {
        return is(selection, "storageClass", "archive") ? "archive" : "standard";
    }
}
