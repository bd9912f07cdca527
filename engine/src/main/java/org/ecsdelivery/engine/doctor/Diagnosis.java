package org.ecsdelivery.engine.doctor;

import java.util.List;

/**
 * What is wrong with a pipeline, and what is not known.
 *
 * @param findings what is wrong, the worst first
 * @param unchecked the rules that could not be checked, each with the reason
 * @param checked how many rules were checked
 */
public record Diagnosis(List<Finding> findings, List<String> unchecked, int checked) {
    /** Copies the lists. */
    public Diagnosis {
        findings = List.copyOf(findings);
        unchecked = List.copyOf(unchecked);
    }

    /** Returns how many findings are that bad. */
    public long count(Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).count();
    }
}
