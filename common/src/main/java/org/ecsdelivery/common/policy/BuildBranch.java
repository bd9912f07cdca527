package org.ecsdelivery.common.policy;

import java.util.List;

/**
 * The branch of a build.
 *
 * @param names what it is called; none for a build of a configuration that knows no branches
 * @param isDefault whether it is the default one
 */
public record BuildBranch(List<String> names, boolean isDefault) {
    /** Copies the names. */
    public BuildBranch {
        names = names.stream().distinct().toList();
    }

    /** Returns the branch of a build whose configuration knows no others. */
    public static BuildBranch only() {
        return new BuildBranch(List.of(), true);
    }

    @Override
    public String toString() {
        String own = names.stream()
                .filter(name -> !name.equals("<default>"))
                .findFirst()
                .orElse("");
        return own.isEmpty() ? "the default branch" : "branch " + own;
    }
}
