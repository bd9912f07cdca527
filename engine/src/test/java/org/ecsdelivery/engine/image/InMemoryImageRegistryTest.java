package org.ecsdelivery.engine.image;

import java.time.InstantSource;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.time.VirtualTime;

/** The registry in memory keeps the contract, so tests of the image step may trust it. */
class InMemoryImageRegistryTest extends ImageRegistryContract {
    private final VirtualTime time = new VirtualTime();
    private final RegistryHost host = new RegistryHost("123456789012.dkr.ecr.eu-central-1.amazonaws.com");
    private final InMemoryImageRegistry registry = new InMemoryImageRegistry(host, time);

    @Override
    protected ImageRegistry registry() {
        return registry;
    }

    @Override
    protected RegistryHost host() {
        return host;
    }

    @Override
    protected InstantSource clock() {
        return time;
    }

    @Override
    protected ImageDigest pushed(ImageReference taggedImage, String... platforms) {
        String digit = taggedImage.tag().orElseThrow().value();
        ImageDigest digest = new ImageDigest("sha256:" + digit.repeat(64));
        registry.make(digest, platforms);
        return registry.receive(taggedImage, registry.authorize(), digest);
    }

    @Override
    protected void freeze(ImageReference repository) {
        registry.freezing(repository);
    }
}
