package org.ecsdelivery.common.value;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of an image as people type it: what {@link ImageReference} takes, without the slips that would only come to light in a build. */
public final class EnteredImage {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");

    private EnteredImage() {}

    /**
     * Reads {@code [host/]repository[:tag][@digest]}.
     *
     * @throws IllegalArgumentException when a part is not of its form, or the host is meant for ECR and misspelt, with what is wrong
     */
    public static ImageReference parse(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' begins with " + scheme.group(1) + "://, and images are named without");
        }
        int slash = text.indexOf('/');
        String first = slash < 0 ? text : text.substring(0, slash);
        refuseMisspelt(text, first);
        return ImageReference.parse(text);
    }

    private static void refuseMisspelt(String text, String host) {
        Optional<String> mistake = host.indexOf('.') < 0 ? Optional.empty() : EcrSpelling.mistakeIn(host);
        mistake.ifPresent(said -> {
            throw new IllegalArgumentException(
                    "'" + host + "' " + said + (text.equals(host) ? "; a repository follows it" : ""));
        });
    }

    /**
     * Reads the host of a registry.
     *
     * @throws IllegalArgumentException as above
     */
    public static RegistryHost host(String text) {
        Matcher scheme = SCHEME.matcher(text);
        if (scheme.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' begins with " + scheme.group(1) + "://, and registries are named without");
        }
        refuseMisspelt(text, text);
        return new RegistryHost(text);
    }
}
