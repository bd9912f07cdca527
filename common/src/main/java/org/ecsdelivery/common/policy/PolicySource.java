package org.ecsdelivery.common.policy;

/**
 * Where a policy stands.
 *
 * @param project the name of the project, with those of the projects above it
 * @param feature the id of the project feature
 */
public record PolicySource(String project, String feature) {
    @Override
    public String toString() {
        return "policy " + feature + " of project " + project;
    }
}
