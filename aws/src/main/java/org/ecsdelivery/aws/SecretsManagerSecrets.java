package org.ecsdelivery.aws;

import java.util.Optional;
import org.ecsdelivery.engine.envfile.SecretStore;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Secrets Manager. */
final class SecretsManagerSecrets implements SecretStore {
    private final DirectCalls signed;
    private final ServiceAddress address;
    private final AwsCalls calls;

    SecretsManagerSecrets(DirectCalls signed, ServiceAddress address, AwsCalls calls) {
        this.signed = signed;
        this.address = address;
        this.calls = calls;
    }

    @Override
    public Optional<Stored> secret(String id, Optional<String> stage) {
        AwsOperation operation = new AwsOperation("secretsmanager:GetSecretValue", "the secret " + id);
        RawObject question = RawObject.EMPTY.with("SecretId", RawText.of(id));
        RawObject whole = stage.map(each -> question.with("VersionStage", RawText.of(each)))
                .orElse(question);
        return calls.of(
                        operation,
                        () -> found(DirectCall.json(address.of("secretsmanager"), operation, "secretsmanager", whole)))
                .map(answer -> new Stored(
                        answer.text("ARN"),
                        answer.has("SecretString") ? Optional.of(answer.text("SecretString")) : Optional.empty()));
    }

    private Optional<RawObject> found(DirectCall call) {
        try {
            return Optional.of(signed.send(call).json());
        } catch (AwsServiceException e) {
            if ("ResourceNotFoundException".equals(e.awsErrorDetails().errorCode())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
