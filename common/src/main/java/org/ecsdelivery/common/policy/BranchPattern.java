package org.ecsdelivery.common.policy;

/**
 * Which branches are meant.
 *
 * @param text {@code <default>}, or a branch as TeamCity shows it, in which a star stands for any characters
 */
public record BranchPattern(String text) {
    private static final String DEFAULT = "<default>";

    /**
     * Checks the pattern.
     *
     * @throws IllegalArgumentException when no branch could have that name
     */
    public BranchPattern {
        if (text.contains("%")) {
            throw new IllegalArgumentException(
                    "'" + text + "' refers to a parameter: a build could decide itself what is allowed to it");
        }
    }

    /** Tells whether the branch is meant. */
    public boolean covers(BuildBranch branch) {
        return text.equals(DEFAULT)
                ? branch.isDefault()
                : branch.names().stream().anyMatch(name -> Wildcard.matches(text, name));
    }

    @Override
    public String toString() {
        return text;
    }
}
