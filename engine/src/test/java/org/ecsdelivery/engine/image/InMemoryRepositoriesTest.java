package org.ecsdelivery.engine.image;

import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.time.VirtualTime;

/** The repositories in memory keep the contract, so tests of the image step may trust them. */
class InMemoryRepositoriesTest extends RepositoriesContract {
    private final InMemoryRepositories repositories = new InMemoryRepositories(new InMemoryImageRegistry(
            new RegistryHost("123456789012.dkr.ecr.eu-central-1.amazonaws.com"), new VirtualTime()));

    @Override
    protected Repositories repositories() {
        return repositories;
    }

    @Override
    protected void addTemplate(String prefix) {
        repositories.withTemplate(prefix);
    }
}
