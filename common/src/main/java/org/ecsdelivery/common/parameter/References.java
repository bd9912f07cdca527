package org.ecsdelivery.common.parameter;

import java.util.regex.Pattern;

/** What {@code %name%} means while parameters are read. */
public enum References {
    /** On the settings page: a value with a reference is judged later, by the build that resolves it. */
    UNRESOLVED,
    /** On an agent: TeamCity has resolved every reference, a percent sign is only a percent sign. */
    RESOLVED;

    private static final Pattern REFERENCE = Pattern.compile("%[^%\\s]+%");

    /** Tells whether the text can only be judged by a build. */
    public boolean defers(String text) {
        return this == UNRESOLVED && REFERENCE.matcher(text.replace("%%", "")).find();
    }
}
