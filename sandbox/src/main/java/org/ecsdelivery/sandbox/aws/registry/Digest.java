package org.ecsdelivery.sandbox.aws.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names content by its SHA-256.
 *
 * @param value the digest as the protocol writes it, {@code sha256:} and 64 hexadecimal digits
 */
public record Digest(String value) {

    private static final String ALGORITHM = "sha256:";
    private static final Pattern FORM = Pattern.compile(ALGORITHM + "[0-9a-f]{64}");

    /** Keeps out whatever is not a SHA-256 digest, with an {@link IllegalArgumentException}. */
    public Digest {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a digest: '" + value + "'. Expected sha256: and 64 hex digits.");
        }
    }

    /** Reads a digest, or answers empty when the text is none (a tag, for instance). */
    public static Optional<Digest> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Digest(text)) : Optional.empty();
    }

    /** Computes the digest of the given bytes. */
    public static Digest of(byte[] content) {
        return from(sha256().digest(content));
    }

    static Digest from(byte[] hash) {
        return new Digest(ALGORITHM + HexFormat.of().formatHex(hash));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256, which every Java runtime must have", e);
        }
    }

    String hex() {
        return value.substring(ALGORITHM.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
