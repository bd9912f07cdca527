package org.ecsdelivery.sandbox.aws.registry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The thing a path below {@code /v2/} names.
 *
 * @param kind what sort of thing
 * @param repository the repository it belongs to; the empty text for a ping
 * @param reference digest, tag or upload id; the empty text where there is none
 */
record RegistryPath(Kind kind, String repository, String reference) {

    enum Kind {
        PING,
        BLOB,
        UPLOAD,
        MANIFEST,
        TAGS
    }

    private static final Pattern PING = Pattern.compile("/v2/?");
    private static final Pattern BELOW = Pattern.compile("/v2/(?<repository>.+?)/(?:"
            + "blobs/uploads(?:/(?<upload>[^/]*))?|blobs/(?<blob>[^/]+)|manifests/(?<manifest>[^/]+)|tags/list)");

    static Optional<RegistryPath> parse(String path) {
        if (PING.matcher(path).matches()) {
            return Optional.of(new RegistryPath(Kind.PING, "", ""));
        }
        Matcher below = BELOW.matcher(path);
        return below.matches() ? Optional.of(below(path, below)) : Optional.empty();
    }

    private static RegistryPath below(String path, Matcher parts) {
        String repository = parts.group("repository");
        if (parts.group("blob") != null) {
            return new RegistryPath(Kind.BLOB, repository, parts.group("blob"));
        }
        if (parts.group("manifest") != null) {
            return new RegistryPath(Kind.MANIFEST, repository, parts.group("manifest"));
        }
        if (path.endsWith("/tags/list")) {
            return new RegistryPath(Kind.TAGS, repository, "");
        }
        return new RegistryPath(
                Kind.UPLOAD,
                repository,
                Optional.ofNullable(parts.group("upload")).orElse(""));
    }
}
