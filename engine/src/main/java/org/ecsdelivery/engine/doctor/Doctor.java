package org.ecsdelivery.engine.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Checks a pipeline against all rules. */
public final class Doctor {
    private static final List<Rule> RULES = List.of(
            new FixedHostPorts(),
            new Percentages(),
            new ClosedSecurityGroup(),
            new NoRoute(),
            new NoLog(),
            new NoMemoryLimit(),
            new NoGracePeriod(),
            new SilentAlarms(),
            new UnusableRoles(),
            new UnreadableRepository(),
            new NoCircuitBreaker());

    private Doctor() {}

    /** Returns the ids of all rules. */
    public static List<String> rules() {
        return RULES.stream().map(Rule::id).toList();
    }

    /** Checks a pipeline. */
    public static Diagnosis examine(Pipeline pipeline) {
        List<Finding> findings = new ArrayList<>();
        List<String> unchecked = new ArrayList<>();
        for (Rule rule : RULES) {
            findings.addAll(rule.findings(pipeline));
            rule.unseen(pipeline).ifPresent(reason -> unchecked.add(rule.id() + ": " + reason));
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return new Diagnosis(findings, unchecked, RULES.size() - unchecked.size());
    }
}
