package org.ecsdelivery.engine.image;

import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.engine.time.VirtualTime;

/** The engine in memory keeps the contract, so tests of the image step may trust it. */
class InMemoryImageEngineTest extends ImageEngineContract {
    private final ImageReference repository =
            ImageReference.parse("123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop");
    private final InMemoryImageRegistry registry = new InMemoryImageRegistry(
                    new RegistryHost("123456789012.dkr.ecr.eu-central-1.amazonaws.com"), new VirtualTime())
            .with(repository);
    private final InMemoryImageEngine engine = new InMemoryImageEngine(registry);

    @Override
    protected ImageEngine engine() {
        return engine;
    }

    @Override
    protected ImageRegistry registry() {
        return registry;
    }

    @Override
    protected ImageReference repository() {
        return repository;
    }

    @Override
    protected void use(BuiltImage image) {
        engine.use(image);
    }
}
