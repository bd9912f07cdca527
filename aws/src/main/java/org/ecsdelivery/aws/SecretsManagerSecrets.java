package org.ecsdelivery.aws;

import java.util.Optional;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.JsonService;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.engine.envfile.SecretStore;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Secrets Manager. */
final class SecretsManagerSecrets implements SecretStore {
    private final JsonService service;

    SecretsManagerSecrets(JsonService service) {
        this.service = service;
    }

    @Override
    public Optional<Stored> secret(String id, Optional<String> stage) {
        AwsOperation operation = new AwsOperation("secretsmanager:GetSecretValue", "the secret " + id);
        RawObject question = RawObject.EMPTY.with("SecretId", RawText.of(id));
        RawObject whole = stage.map(each -> question.with("VersionStage", RawText.of(each)))
                .orElse(question);
        return service.calls()
                .of(operation, () -> found(operation, whole))
                .map(answer -> new Stored(
                        answer.text("ARN"),
                        answer.has("SecretString") ? Optional.of(answer.text("SecretString")) : Optional.empty()));
    }

    private Optional<RawObject> found(AwsOperation operation, RawObject question) {
        try {
            return Optional.of(service.asked(operation, question));
        } catch (AwsServiceException e) {
            if ("ResourceNotFoundException".equals(e.awsErrorDetails().errorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
