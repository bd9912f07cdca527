package org.ecsdelivery.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.registry.Digest;

/** Puts images into the registry of a stand-in that are as small as images can be. */
public final class SmallImage {
    private static final String IMAGE = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private final LocalAws aws;

    /** Makes images for a stand-in. */
    public SmallImage(LocalAws aws) {
        this.aws = aws;
    }

    /** Pushes a single image, which differs from those of other tags, and returns its digest. */
    public String pushed(String repository, String tag) {
        String content = "{\"tag\":\"" + tag + "\"}";
        String config = digest(content);
        send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + config, "application/octet-stream", content);
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + IMAGE + "\",\"config\":{\"mediaType\":\"" + CONFIG
                + "\",\"size\":" + content.length() + ",\"digest\":\"" + config + "\"},\"layers\":[]}";
        send("PUT", "/v2/" + repository + "/manifests/" + tag, IMAGE, manifest);
        return digest(manifest);
    }

    /** Pushes an index of one image for each platform, and returns its digest. */
    public String pushedIndex(String repository, String tag, String... platforms) {
        StringBuilder images = new StringBuilder();
        for (String platform : platforms) {
            String[] parts = platform.split("/", 2);
            images.append(images.isEmpty() ? "" : ",")
                    .append("{\"mediaType\":\"" + IMAGE + "\",\"size\":2,\"digest\":\"")
                    .append(pushed(repository, tag + "-" + parts[1]))
                    .append("\",\"platform\":{\"os\":\"" + parts[0] + "\",\"architecture\":\"" + parts[1] + "\"}}");
        }
        String index = "{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[" + images + "]}";
        send("PUT", "/v2/" + repository + "/manifests/" + tag, INDEX, index);
        return digest(index);
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8)).value();
    }

    private void send(String method, String path, String type, String body) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) aws.endpoint().resolve(path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", type);
            connection.setRequestProperty(
                    "Authorization", "Basic " + aws.registry().tokens().issue().encoded());
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            if (connection.getResponseCode() != 201) {
                throw new IOException(path + ": the registry answered " + connection.getResponseCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
