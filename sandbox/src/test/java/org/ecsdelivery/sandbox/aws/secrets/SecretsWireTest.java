package org.ecsdelivery.sandbox.aws.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.RealClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The real client in front of the stand-in's Secrets Manager. */
class SecretsWireTest {
    private final LocalAws aws = LocalAws.builder().start();
    private final SecretsManagerClient secrets = RealClients.of(SecretsManagerClient.builder(), aws);

    @AfterEach
    void close() {
        secrets.close();
        aws.close();
    }

    @Test
    void givesASecretByItsNameAndByItsArn() {
        String arn = secrets.createSecret(each -> each.name("shop/db").secretString("{\"user\":\"u\"}"))
                .arn();

        assertThat(secrets.getSecretValue(each -> each.secretId("shop/db")).arn())
                .isEqualTo(arn)
                .matches("arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop/db-\\w{6}");
        assertThat(secrets.getSecretValue(each -> each.secretId(arn)).secretString())
                .isEqualTo("{\"user\":\"u\"}");
        assertThat(secrets.getSecretValue(each -> each.secretId(arn.replaceFirst("-\\w{6}$", "")))
                        .name())
                .isEqualTo("shop/db");
    }

    @Test
    void keepsTheVersionBefore() {
        aws.secrets().put("shop/db", "old");
        secrets.putSecretValue(each -> each.secretId("shop/db").secretString("new"));

        assertThat(secrets.getSecretValue(each -> each.secretId("shop/db")).secretString())
                .isEqualTo("new");
        assertThat(secrets.getSecretValue(each -> each.secretId("shop/db").versionStage("AWSPREVIOUS")))
                .extracting(GetSecretValueResponse::secretString, GetSecretValueResponse::versionStages)
                .containsExactly("old", List.of("AWSPREVIOUS"));
    }

    @Test
    void givesBytesAsBytes() {
        aws.secrets().put("shop/key", new byte[] {0, 1, 2});

        GetSecretValueResponse answer = secrets.getSecretValue(each -> each.secretId("shop/key"));

        assertThat(answer.secretString()).isNull();
        assertThat(answer.secretBinary().asByteArray()).containsExactly(0, 1, 2);
    }

    @Test
    void doesNotFindASecretOrAStageThatIsNotThere() {
        aws.secrets().put("shop/db", "text");

        assertThatThrownBy(() -> secrets.getSecretValue(each -> each.secretId("none")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Secrets Manager can't find the specified secret.");
        assertThatThrownBy(() ->
                        secrets.getSecretValue(each -> each.secretId("shop/db").versionStage("blue")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("can't find the specified secret value for staging label: blue");
    }

    @Test
    void makesNoSecretTwice() {
        aws.secrets().put("shop/db", "text");

        assertThatThrownBy(() -> secrets.createSecret(each -> each.name("shop/db")))
                .isInstanceOf(ResourceExistsException.class);
    }
}
