package org.ecsdelivery.dsl.classic;

import java.util.regex.Pattern;
import org.ecsdelivery.common.value.RegistryHost;

/**
 * An image as a command names it, with references of TeamCity in it.
 *
 * @param repository the registry and the repository
 * @param tag the tag
 */
record ImageName(String repository, String tag) {
    private static final Pattern REFERENCE = Pattern.compile("%[^%\\s]+%");

    /**
     * Reads a name; without a tag it is {@code latest}, as for docker.
     *
     * @throws Refusal when it cannot be told where the tag begins
     */
    static ImageName of(String text) {
        String masked = REFERENCE
                .matcher(text)
                .replaceAll(each -> "\1".repeat(each.group().length()));
        if (masked.indexOf('@') >= 0) {
            throw new Refusal("an image is named by its digest");
        }
        int slash = masked.lastIndexOf('/');
        int colon = masked.indexOf(':', slash + 1);
        if (colon >= 0) {
            return new ImageName(text.substring(0, colon), text.substring(colon + 1));
        }
        if (masked.indexOf('\1', slash + 1) >= 0) {
            throw new Refusal("where the tag begins in the image " + text + " is only known to a build");
        }
        return new ImageName(text, "latest");
    }

    /** Returns what stands before the first slash; empty when there is none. */
    String host() {
        String masked = REFERENCE
                .matcher(repository)
                .replaceAll(each -> "\1".repeat(each.group().length()));
        int slash = masked.indexOf('/');
        return slash < 0 ? "" : repository.substring(0, slash);
    }

    /** Tells whether a text is, or begins with, the host of a private registry of ECR. */
    static boolean isEcr(String text) {
        int slash = text.indexOf('/');
        try {
            return new RegistryHost(slash < 0 ? text : text.substring(0, slash))
                    .account()
                    .isPresent();
        } catch (IllegalArgumentException noHost) {
            return false;
        }
    }

    @Override
    public String toString() {
        return repository + ":" + tag;
    }
}
