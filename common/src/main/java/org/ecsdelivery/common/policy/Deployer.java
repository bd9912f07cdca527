package org.ecsdelivery.common.policy;

import java.util.regex.Pattern;

/**
 * Who may deploy.
 *
 * @param text a user name, {@code group:KEY} for a user group, or {@code <automatic>} for builds that nobody started by hand
 */
public record Deployer(String text) {
    private static final String GROUP = "group:";
    private static final String AUTOMATIC = "<automatic>";
    private static final Pattern FORM = Pattern.compile("[^<>%\\t\\r\\n]+");

    /**
     * Checks who is meant.
     *
     * @throws IllegalArgumentException when it can be nobody
     */
    public Deployer {
        boolean known = text.equals(AUTOMATIC) || FORM.matcher(text).matches();
        if (!known || text.equals(GROUP)) {
            throw new IllegalArgumentException("'" + text + "' is neither a user name nor group:KEY nor " + AUTOMATIC);
        }
    }

    /** Tells whether the one who started the build is meant; TeamCity does not tell upper from lower case in user names. */
    public boolean covers(Starter starter) {
        if (text.equals(AUTOMATIC)) {
            return starter.user().isEmpty();
        }
        return text.startsWith(GROUP)
                ? starter.groups().contains(text.substring(GROUP.length()).strip())
                : starter.user().filter(text::equalsIgnoreCase).isPresent();
    }

    @Override
    public String toString() {
        return text;
    }
}
