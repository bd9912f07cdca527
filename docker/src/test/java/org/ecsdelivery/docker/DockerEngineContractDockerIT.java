package org.ecsdelivery.docker;

import java.nio.file.Path;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.engine.image.ImageEngine;
import org.ecsdelivery.engine.image.ImageEngineContract;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.built.BuiltImage;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.docker.DockerAvailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real engine keeps the contract, pushing to the sandbox's registry. */
@DockerAvailable
class DockerEngineContractDockerIT extends ImageEngineContract {
    private final LocalAws aws = LocalAws.builder().start();
    private final SandboxRegistry registry = new SandboxRegistry(aws);
    private final ImageReference repository = registry.repository("team/shop");

    @TempDir
    Path configuration;

    private TidyEngine engine;

    @BeforeEach
    void open() {
        engine = new TidyEngine(configuration);
    }

    @AfterEach
    void close() throws Exception {
        engine.close();
        aws.close();
    }

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
    protected void use(BuiltImage image) throws Exception {
        engine.use(image);
    }
}
