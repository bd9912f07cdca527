package org.ecsdelivery.common.value;

import java.util.regex.Pattern;

/**
 * The digest of an image manifest, which names one image for ever (OCI image specification, descriptor digests).
 *
 * @param value {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record ImageDigest(String value) {
    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

    /**
     * Checks the digest.
     *
     * @throws IllegalArgumentException when the text is no sha256 digest
     */
    public ImageDigest {
        Text.matching(FORM, value, "an image digest (sha256: and 64 hexadecimal digits)");
    }

    /** Returns the first twelve digits, enough to tell images apart in a log line. */
    public String shortForm() {
        return value.substring("sha256:".length(), "sha256:".length() + 12);
    }

    @Override
    public String toString() {
        return value;
    }
}
