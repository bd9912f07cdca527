package org.ecsdelivery.sandbox.aws.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ecsdelivery.sandbox.time.VirtualClock;

/** A registry on a loopback port, and a client that knows its password. */
final class RegistryUnderTest implements AutoCloseable {

    static final String IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";

    final VirtualClock clock = VirtualClock.at("2026-10-01T12:00:00Z");
    final ImageRegistry registry;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String authorization;

    RegistryUnderTest(Path directory) throws IOException {
        registry = ImageRegistry.in(directory, new RegistryIdentity("123456789012", "eu-central-1"), clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v2/", registry.handler());
        server.start();
        logIn();
    }

    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void logIn() {
        authorization = "Basic " + registry.tokens().issue().encoded();
    }

    Repository repository(String name) {
        return registry.create(name, RepositorySettings.defaults()).orElseThrow();
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(
                request.header("Authorization", authorization).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> sendAnonymously(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()))
                        .resolve(path));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path));
    }

    HttpResponse<String> head(String path) throws IOException, InterruptedException {
        return send(to(path).method("HEAD", BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(to(path).POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> patch(String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(to(path).method("PATCH", body));
    }

    HttpResponse<String> putManifest(String path, String mediaType, String manifest)
            throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", mediaType).PUT(BodyPublishers.ofString(manifest)));
    }

    Digest pushBlob(String repository, String content) throws IOException, InterruptedException {
        Digest digest = digest(content);
        send(to("/v2/" + repository + "/blobs/uploads/?digest=" + digest).POST(BodyPublishers.ofString(content)));
        return digest;
    }

    /** Pushes an image of one layer and answers its digest. */
    Digest pushImage(String repository, String tag, String layer) throws IOException, InterruptedException {
        Digest config = pushBlob(repository, "{}");
        String manifest = manifest(config, 2, pushBlob(repository, layer), layer.length());
        putManifest("/v2/" + repository + "/manifests/" + tag, IMAGE, manifest);
        return digest(manifest);
    }

    static Digest digest(String content) {
        return Digest.of(content.getBytes(StandardCharsets.UTF_8));
    }

    static String manifest(Digest config, int configBytes, Digest layer, int layerBytes) {
        return """
                {"schemaVersion":2,"mediaType":"%s",
                 "config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":%d,"digest":"%s"},
                 "layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":%d,"digest":"%s"}]}""".formatted(IMAGE, configBytes, config, layerBytes, layer);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
