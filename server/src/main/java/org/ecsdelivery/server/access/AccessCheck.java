package org.ecsdelivery.server.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.aws.call.AwsSession;
import org.ecsdelivery.aws.call.Caller;
import org.ecsdelivery.aws.call.PolicySimulation;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.permission.Permission;

/**
 * Tells who a step would be in AWS, and which of its permissions are missing. What could not be looked at is named as that; nothing is
 * guessed.
 */
final class AccessCheck {
    private final AwsSession session;
    private final StepUnderEdit step;

    AccessCheck(AwsSession session, StepUnderEdit step) {
        this.session = session;
        this.step = step;
    }

    /** Returns lines for people, the identity first; a step may do what other kinds of steps do. */
    List<String> lines(Set<Permission.Step> kinds) {
        Caller caller = Caller.of(session);
        List<String> lines = new ArrayList<>();
        lines.add("Connected as " + caller.arn() + " in account " + caller.account() + ", Region " + session.region()
                + ", with " + session.credentialsOrigin() + ".");
        String partition = caller.arn().split(":", -1)[1];
        lines.addAll(permissions(
                kinds,
                PlaceInAws.of(step, partition, session.region().value(), caller.account()),
                new PolicySimulation(session, caller.principal(session))));
        return lines;
    }

    private static List<String> permissions(Set<Permission.Step> kinds, PlaceInAws place, PolicySimulation simulation) {
        List<Permission> all = Permission.ALL.stream()
                .filter(each -> kinds.contains(each.step()))
                .toList();
        List<Permission> known = all.stream().filter(place::knows).toList();
        try {
            List<String> lines = new ArrayList<>(missing(known, place, simulation));
            if (lines.isEmpty()) {
                lines.add("The identity's policies give the step what it needs, as far as that was looked at: "
                        + names(known) + ".");
            }
            String unknown =
                    names(all.stream().filter(each -> !place.knows(each)).toList());
            if (!unknown.isEmpty()) {
                lines.add("Not looked at, because the resource is known to a build only: " + unknown + ".");
            }
            return lines;
        } catch (EngineException refused) {
            return List.of("The permissions of the step could not be looked at: " + refused.getMessage());
        }
    }

    private static List<String> missing(List<Permission> known, PlaceInAws place, PolicySimulation simulation) {
        List<String> lines = new ArrayList<>();
        groups(known, place).forEach((where, permissions) -> {
            Set<String> denied = simulation.denied(
                    permissions.stream().map(Permission::action).distinct().toList(),
                    where.resource(),
                    where.context());
            permissions.stream()
                    .filter(each -> denied.contains(each.action()))
                    .forEach(each -> lines.add("Missing: " + each.action() + " on " + where.resource() + " ("
                            + each.purpose() + "). Without it: " + each.without() + "."));
        });
        return lines;
    }

    private static Map<Where, List<Permission>> groups(List<Permission> known, PlaceInAws place) {
        return known.stream()
                .collect(Collectors.groupingBy(
                        each -> new Where(place.resource(each), place.context(each)),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static String names(List<Permission> permissions) {
        return permissions.stream().map(Permission::action).distinct().collect(Collectors.joining(", "));
    }

    private record Where(String resource, Map<String, String> context) {}
}
