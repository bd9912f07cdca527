package org.ecsdelivery.sandbox.aws.registry;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes blobs in: at once, in chunks, or by mounting one that another repository has. */
final class UploadEndpoint {

    private static final Pattern CONTENT_RANGE = Pattern.compile("(?:bytes )?(\\d{1,18})-\\d{1,18}(?:/.*)?");

    private final ImageRegistry registry;

    UploadEndpoint(ImageRegistry registry) {
        this.registry = registry;
    }

    void answer(RegistryExchange exchange, RegistryPath path) throws IOException {
        if (!exchange.method().equals("POST") && registry.faults().resetsNow()) {
            // a first byte is taken, so that the connection breaks inside the body
            exchange.body().readNBytes(1);
            exchange.reset();
            return;
        }
        if (!exchange.method().equals("POST") && registry.faults().holdsUploads()) {
            exchange.body().readNBytes(1);
            registry.faults().awaitRelease();
            exchange.reset();
            return;
        }
        Repository repository = registry.pushed(path.repository());
        refuseDeniedPush(repository);
        switch (exchange.method()) {
            case "POST" -> begin(exchange, repository);
            case "PATCH" -> append(exchange, upload(path));
            case "PUT" -> finish(exchange, repository, upload(path));
            case "GET" -> progress(exchange, upload(path)).answer(204);
            default -> throw RegistryError.unsupported(exchange.method(), exchange.path());
        }
    }

    private void begin(RegistryExchange exchange, Repository repository) throws IOException {
        Optional<Digest> mounted = exchange.query("mount").flatMap(Digest::parse);
        if (mounted.isPresent() && mounts(exchange, mounted.get())) {
            repository.link(mounted.get());
            created(exchange, repository, mounted.get());
            return;
        }
        Upload upload = registry.store().begin(repository.name());
        if (exchange.query("digest").isPresent()) {
            finish(exchange, repository, upload);
        } else {
            progress(exchange, upload).answer(202);
        }
    }

    private boolean mounts(RegistryExchange exchange, Digest digest) {
        return exchange.query("from")
                .flatMap(registry::repository)
                .filter(source -> source.has(digest))
                .isPresent();
    }

    private void append(RegistryExchange exchange, Upload upload) throws IOException {
        Optional<Matcher> range =
                exchange.header("Content-Range").map(CONTENT_RANGE::matcher).filter(Matcher::matches);
        if (range.isPresent() && Long.parseLong(range.get().group(1)) != upload.received()) {
            progress(exchange, upload).answer(416);
            return;
        }
        upload.append(exchange.body());
        progress(exchange, upload).answer(202);
    }

    private void finish(RegistryExchange exchange, Repository repository, Upload upload) throws IOException {
        upload.append(exchange.body());
        Digest announced = exchange.query("digest")
                .flatMap(Digest::parse)
                .orElseThrow(() -> RegistryError.digestInvalid("The request names no sha256 digest"));
        Digest received = upload.finish();
        if (!received.equals(announced)) {
            registry.store().discard(upload);
            throw RegistryError.digestInvalid(
                    "Layer digest '" + announced + "' announced, '" + received + "' received");
        }
        registry.store().keep(upload, received);
        repository.link(received);
        registry.countBlobUpload();
        created(exchange, repository, received);
    }

    private static void created(RegistryExchange exchange, Repository repository, Digest digest) throws IOException {
        exchange.with("Location", "/v2/" + repository.name() + "/blobs/" + digest)
                .with("Docker-Content-Digest", digest.value())
                .answer(201);
    }

    private static RegistryExchange progress(RegistryExchange exchange, Upload upload) {
        return exchange.with("Location", "/v2/" + upload.repository() + "/blobs/uploads/" + upload.id())
                .with("Docker-Upload-UUID", upload.id())
                .with("Range", "0-" + Math.max(0, upload.received() - 1));
    }

    private Upload upload(RegistryPath path) {
        return registry.store().upload(path.repository(), path.reference()).orElseThrow(RegistryError::uploadUnknown);
    }

    private void refuseDeniedPush(Repository repository) {
        registry.faults().pusherDenied(repository.name()).ifPresent(principal -> {
            throw RegistryError.denied("User: " + principal
                    + " is not authorized to perform: ecr:InitiateLayerUpload on resource: "
                    + registry.identity().arn(repository.name())
                    + " because no identity-based policy allows the ecr:InitiateLayerUpload action");
        });
    }
}
