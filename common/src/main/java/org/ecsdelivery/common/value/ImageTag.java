package org.ecsdelivery.common.value;

import java.util.regex.Pattern;

/**
 * An image tag (OCI distribution specification: at most 128 letters, digits, dots, hyphens, underscores; not first a dot or hyphen).
 *
 * @param value the tag without a colon
 */
public record ImageTag(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    /**
     * Checks the tag.
     *
     * @throws IllegalArgumentException when the text is no tag
     */
    public ImageTag {
        Text.matching(
                FORM,
                value,
                "an image tag (at most 128 letters, digits, dots, hyphens and underscores, the first one a letter,"
                        + " digit or underscore)");
    }

    @Override
    public String toString() {
        return value;
    }
}
