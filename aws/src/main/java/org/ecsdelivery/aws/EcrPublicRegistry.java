package org.ecsdelivery.aws;

import java.math.BigDecimal;
import java.time.Instant;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.JsonService;
import org.ecsdelivery.aws.call.RawObject;
import org.ecsdelivery.aws.call.RawText;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.SilentRegistry;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Amazon ECR Public, as far as pushes go. The first part of an image's path is the alias of a registry, which its API leaves out; what a
 * tag stands for it does not tell in full, so a push finds out.
 *
 * @param service its API
 */
record EcrPublicRegistry(JsonService service) implements SilentRegistry {
    private static final RegistryHost HOST = new RegistryHost("public.ecr.aws");

    @Override
    public RegistryCredential authorize() {
        RawObject data = service.ask(
                        new AwsOperation("ecr-public:GetAuthorizationToken", "ECR Public"), RawObject.EMPTY)
                .object("authorizationData");
        return RegistryToken.credential(HOST, data.text("authorizationToken"), expiry(data));
    }

    /** Seconds since 1970, with a fraction. */
    private static Instant expiry(RawObject data) {
        try {
            BigDecimal seconds = new BigDecimal(data.members().getOrDefault("expiresAt", ""));
            return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
        } catch (NumberFormatException none) {
            throw RegistryToken.unusable("ECR Public does not say until when its token is good");
        }
    }

    @Override
    public boolean exists(ImageReference repository) {
        RawObject question = RawObject.EMPTY.with("repositoryNames", "[" + RawText.of(name(repository)) + "]");
        return answered(
                operation("ecr-public:DescribeRepositories", repository), question, "RepositoryNotFoundException");
    }

    @Override
    public void create(ImageReference repository) {
        RawObject question = RawObject.EMPTY.with("repositoryName", RawText.of(name(repository)));
        answered(operation("ecr-public:CreateRepository", repository), question, "RepositoryAlreadyExistsException");
    }

    private boolean answered(AwsOperation operation, RawObject question, String expected) {
        return service.calls().of(operation, () -> {
            try {
                service.asked(operation, question);
                return true;
            } catch (AwsServiceException refused) {
                if (expected.equals(refused.awsErrorDetails().errorCode())) {
                    return false;
                }
                throw refused;
            }
        });
    }

    private static AwsOperation operation(String action, ImageReference repository) {
        return new AwsOperation(action, "repository " + repository.name());
    }

    private static String name(ImageReference repository) {
        String path = repository.repository().value();
        return path.substring(path.indexOf('/') + 1);
    }
}
