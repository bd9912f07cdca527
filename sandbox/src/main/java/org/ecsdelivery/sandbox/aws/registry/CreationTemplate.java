package org.ecsdelivery.sandbox.aws.registry;

import java.util.List;

/**
 * How repositories come to be that nobody creates.
 *
 * @param prefix the namespace that it is for, or {@code ROOT} for all that no other template is for
 * @param appliedFor when it counts, as in {@code CREATE_ON_PUSH}
 * @param settings the settings of what it makes
 */
public record CreationTemplate(String prefix, List<String> appliedFor, RepositorySettings settings) {
    /** Takes a copy. */
    public CreationTemplate {
        appliedFor = List.copyOf(appliedFor);
    }

    boolean matches(String repository) {
        return prefix.equals("ROOT") || repository.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }

    int weight() {
        return prefix.equals("ROOT") ? 0 : prefix.length();
    }

    boolean isForPushes() {
        return appliedFor.contains("CREATE_ON_PUSH");
    }
}
