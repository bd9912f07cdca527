package org.ecsdelivery.sandbox.teamcity.settings;

import java.util.ArrayList;
import java.util.List;

/** Why a chain is not begun. */
final class Refusals {
    private Refusals() {}

    /**
     * Looks at every build that would run.
     *
     * @throws IllegalArgumentException when one cannot, with all the reasons
     */
    static void check(List<StoredConfiguration> chain, CustomRun run) {
        List<String> refusals = new ArrayList<>();
        for (StoredConfiguration each : chain) {
            Beyond.of(each)
                    .forEach(what -> refusals.add(
                            each.id() + ": the sandbox stands in for TeamCity, but not for " + what + "."));
            each.awsConnections().stream()
                    .filter(id -> !run.connections().containsKey(id))
                    .forEach(id -> refusals.add(
                            each.id() + ": nobody gave the credentials of the AWS connection " + id + "."));
            if (run.inputs().personal() && !each.allowsPersonalBuilds()) {
                refusals.add(each.id() + ": its settings allow no personal builds.");
            }
        }
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException("The chain cannot be run:\n" + String.join("\n", refusals));
        }
    }
}
