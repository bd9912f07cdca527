package org.ecsdelivery.sandbox.aws.registry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image reference that this registry could serve.
 *
 * @param repository the repository's name
 * @param tagOrDigest the digest when there is one, else the tag, else {@code latest}
 */
record PullReference(String repository, String tagOrDigest) {

    private static final Pattern FORM =
            Pattern.compile("(?<host>[^/]+)/(?<name>[^:@]+)(?::(?<tag>[^@]+))?(?:@(?<digest>.+))?");
    private static final Pattern LOOPBACK = Pattern.compile("(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?::\\d+)?");

    static Optional<PullReference> parse(String reference, String account) {
        Matcher form = FORM.matcher(reference);
        if (!form.matches() || !isServedHere(form.group("host"), account)) {
            return Optional.empty();
        }
        String version = Optional.ofNullable(form.group("digest"))
                .or(() -> Optional.ofNullable(form.group("tag")))
                .orElse("latest");
        return Optional.of(new PullReference(form.group("name"), version));
    }

    private static boolean isServedHere(String host, String account) {
        return LOOPBACK.matcher(host).matches()
                || host.startsWith(account + ".dkr.ecr")
                || host.startsWith(account + ".dkr-ecr");
    }
}
