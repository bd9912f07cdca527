package org.ecsdelivery.common.policy;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who started a build.
 *
 * @param user the user name; empty when no user did
 * @param groups the keys of the user groups that the user is in
 */
public record Starter(Optional<String> user, Set<String> groups) {
    /** Copies the groups. */
    public Starter {
        groups = Set.copyOf(groups);
    }

    /** Returns the starter of a build that a trigger or another build started. */
    public static Starter nobody() {
        return new Starter(Optional.empty(), Set.of());
    }

    @Override
    public String toString() {
        return user.map(name -> name
                        + (groups.isEmpty() ? "" : " (in groups " + String.join(", ", new TreeSet<>(groups)) + ")"))
                .orElse("no user");
    }
}
