package org.ecsdelivery.dsl.check;

import java.util.Map;
import java.util.Set;
import org.ecsdelivery.dsl.model.Entity;
import org.ecsdelivery.dsl.model.Entry;

/** Triggers: that their numbers are numbers, and of a day. */
final class TriggerCheck implements Check {
    private static final Map<String, Integer> LARGEST = Map.of(
            "hour", 23,
            "minute", 59,
            "quietPeriod", Integer.MAX_VALUE,
            "retryAttempts", Integer.MAX_VALUE,
            "enqueueTimeout", Integer.MAX_VALUE);
    private static final Set<String> POLICIES = Set.of("daily", "weekly", "cron");

    @Override
    public void look(Scene scene) {
        for (Entity entity : scene.configurations()) {
            entity.entries("build-triggers").forEach(each -> trigger(each, scene));
        }
    }

    private static void trigger(Entry trigger, Scene scene) {
        Map<String, String> given = trigger.parameters();
        LARGEST.forEach((name, largest) -> number(trigger, name, given.getOrDefault(name, "0"), largest, scene));
        if (trigger.type().equals("buildDependencyTrigger")
                && given.getOrDefault("dependsOn", "").isBlank()) {
            scene.error(Rule.TRIGGER, trigger, "it waits for no build configuration", "Set dependsOn.");
        }
        String policy = given.getOrDefault("schedulingPolicy", "");
        if (trigger.type().equals("schedulingTrigger") && !POLICIES.contains(policy) && !policy.contains("%")) {
            scene.error(
                    Rule.TRIGGER,
                    trigger,
                    "schedulingPolicy is '" + policy + "'",
                    "Use one of " + POLICIES.stream().sorted().toList() + ".");
        }
    }

    private static void number(Entry trigger, String name, String value, int largest, Scene scene) {
        boolean fits = value.contains("%") || value.matches("\\d{1,9}") && Integer.parseInt(value) <= largest;
        if (!fits) {
            scene.error(
                    Rule.TRIGGER,
                    trigger,
                    name + " is '" + value + "'",
                    largest == Integer.MAX_VALUE
                            ? "Enter a whole number."
                            : "Enter a whole number from 0 to " + largest + ".");
        }
    }
}
