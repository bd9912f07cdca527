package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.ecsdelivery.engine.envfile.SecretStore;
import org.ecsdelivery.engine.envfile.SecretStoreContract;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets of Secrets Manager over the wire. */
class SecretsManagerSecretsWireTest extends SecretStoreContract {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected SecretStore secrets() {
        return sandbox.clients.secretValues();
    }

    @Override
    protected String put(String name, String text) {
        return sandbox.aws.secrets().put(name, text);
    }

    @Override
    protected void put(String name, byte[] bytes) {
        sandbox.aws.secrets().put(name, bytes);
    }

    @Test
    void countsTheRequestByItsAction() {
        secrets().secret("shop/db", Optional.empty());

        assertThat(sandbox.clients.requests()).containsEntry("secretsmanager:GetSecretValue", 1L);
    }

    @Test
    void namesThePermissionThatIsMissing() {
        sandbox.aws.faults().always("secretsmanager", "GetSecretValue", Fault.denied());

        assertThatThrownBy(() -> secrets().secret("shop/db", Optional.empty()))
                .isInstanceOf(AccessDenied.class)
                .hasMessageStartingWith("The build may not secretsmanager:GetSecretValue on the secret shop/db");
    }

    @Test
    void repeatsWhyAwsRefuses() {
        sandbox.aws
                .faults()
                .always(
                        "secretsmanager",
                        "GetSecretValue",
                        Fault.error(
                                "InvalidRequestException",
                                400,
                                "You can't perform this operation on the secret because it was marked for deletion."));

        assertThatThrownBy(() -> secrets().secret("shop/db", Optional.empty()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("refused secretsmanager:GetSecretValue for the secret shop/db")
                .hasMessageContaining("marked for deletion");
    }
}
