package org.ecsdelivery.aws.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;

/** An image in the registry of a stand-in, as small as one can be. */
final class TaggedImage {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String MANIFEST = "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[]}";

    /** The digest of all of them. */
    static final String DIGEST = "sha256:dff9de10919148711140d349bf03f1a99eb06f94b03e51715ccebfa7cdc518e2";

    private TaggedImage() {}

    /** Pushes it, and returns its name. */
    static String pushed(LocalAws aws, String repository, String tag) {
        aws.registry().create(repository, RepositorySettings.defaults());
        try {
            put(aws, "/v2/" + repository + "/manifests/" + tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return repository + ":" + tag;
    }

    private static void put(LocalAws aws, String path) throws IOException {
        String pair = "AWS:" + aws.registry().tokens().issue().password();
        HttpURLConnection connection =
                (HttpURLConnection) aws.endpoint().resolve(path).toURL().openConnection();
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", INDEX);
        connection.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        connection.getOutputStream().write(MANIFEST.getBytes(StandardCharsets.UTF_8));
        if (connection.getResponseCode() != 201) {
            throw new IOException("the registry answered " + connection.getResponseCode());
        }
    }
}
