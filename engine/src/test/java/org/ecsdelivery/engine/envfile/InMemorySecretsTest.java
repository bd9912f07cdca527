package org.ecsdelivery.engine.envfile;

import java.util.Optional;

/** The secrets in memory keep the contract. */
class InMemorySecretsTest extends SecretStoreContract {
    private final InMemorySecrets secrets = new InMemorySecrets();

    @Override
    protected SecretStore secrets() {
        return secrets;
    }

    @Override
    protected String put(String name, String text) {
        return secrets.put(name, Optional.of(text));
    }

    @Override
    protected void put(String name, byte[] bytes) {
        secrets.put(name, Optional.empty());
    }
}
