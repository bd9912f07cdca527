package org.ecsdelivery.aws;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.settings.TagMutability;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.image.LifecycleText;
import org.ecsdelivery.engine.image.Repositories;
import org.ecsdelivery.engine.image.RepositoryState;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.EncryptionType;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.ImageTagMutabilityExclusionFilter;
import software.amazon.awssdk.services.ecr.model.LifecyclePolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.RCTAppliedFor;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryAlreadyExistsException;
import software.amazon.awssdk.services.ecr.model.RepositoryCreationTemplate;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.ecr.model.Tag;

/** ECR's repositories. */
final class EcrRepositories implements Repositories {
    /** The prefix of the template that every repository matches (ECR API reference, RepositoryCreationTemplate). */
    private static final String ANY = "ROOT";

    private final EcrClient client;
    private final AwsCalls calls;

    EcrRepositories(EcrClient client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public void create(ImageReference repository, RepositoryPolicy policy) {
        boolean made = calls.of(operation("ecr:CreateRepository", repository), () -> {
            try {
                client.createRepository(request(repository, policy));
                return true;
            } catch (RepositoryAlreadyExistsException expected) {
                return false;
            }
        });
        if (made) {
            LifecycleText.of(policy).ifPresent(text -> putLifecycle(repository, text));
        }
    }

    private void putLifecycle(ImageReference repository, String text) {
        calls.of(
                operation("ecr:PutLifecyclePolicy", repository),
                () -> client.putLifecyclePolicy(request -> request.registryId(account(repository))
                        .repositoryName(name(repository))
                        .lifecyclePolicyText(text)));
    }

    private static CreateRepositoryRequest request(ImageReference repository, RepositoryPolicy policy) {
        CreateRepositoryRequest.Builder request = CreateRepositoryRequest.builder()
                .registryId(account(repository))
                .repositoryName(name(repository));
        if (policy.mutability() != TagMutability.DEFAULT) {
            request.imageTagMutability(
                    policy.mutableTags().isEmpty()
                            ? ImageTagMutability.fromValue(policy.mutability().name())
                            : ImageTagMutability.IMMUTABLE_WITH_EXCLUSION);
        }
        if (!policy.mutableTags().isEmpty()) {
            request.imageTagMutabilityExclusionFilters(policy.mutableTags().stream()
                    .map(each -> ImageTagMutabilityExclusionFilter.builder()
                            .filterType("WILDCARD")
                            .filter(each)
                            .build())
                    .toList());
        }
        policy.kmsKey()
                .ifPresent(key -> request.encryptionConfiguration(encryption ->
                        encryption.encryptionType(EncryptionType.KMS).kmsKey(key)));
        if (policy.scanOnPush()) {
            request.imageScanningConfiguration(scanning -> scanning.scanOnPush(true));
        }
        if (!policy.tags().isEmpty()) {
            request.tags(policy.tags().entrySet().stream()
                    .map(each -> Tag.builder()
                            .key(each.getKey())
                            .value(each.getValue())
                            .build())
                    .toList());
        }
        return request.build();
    }

    @Override
    public Optional<RepositoryState> look(ImageReference repository) {
        return calls.of(operation("ecr:DescribeRepositories", repository), () -> {
            try {
                return client
                        .describeRepositories(request ->
                                request.registryId(account(repository)).repositoryNames(name(repository)))
                        .repositories()
                        .stream()
                        .map(EcrRepositories::state)
                        .findFirst();
            } catch (RepositoryNotFoundException expected) {
                return Optional.empty();
            }
        });
    }

    private static RepositoryState state(Repository repository) {
        return new RepositoryState(
                repository.imageTagMutabilityAsString(),
                repository.imageTagMutabilityExclusionFilters().stream()
                        .map(ImageTagMutabilityExclusionFilter::filter)
                        .toList(),
                Optional.ofNullable(repository.encryptionConfiguration())
                        .filter(each -> each.encryptionType() != EncryptionType.AES256)
                        .map(each -> each.kmsKey() == null ? "the key aws/ecr of KMS" : each.kmsKey()),
                Optional.ofNullable(repository.imageScanningConfiguration())
                        .filter(each -> Boolean.TRUE.equals(each.scanOnPush()))
                        .isPresent());
    }

    @Override
    public Optional<String> lifecycle(ImageReference repository) {
        return calls.of(operation("ecr:GetLifecyclePolicy", repository), () -> {
            try {
                return Optional.of(client.getLifecyclePolicy(request ->
                                request.registryId(account(repository)).repositoryName(name(repository)))
                        .lifecyclePolicyText());
            } catch (LifecyclePolicyNotFoundException | RepositoryNotFoundException expected) {
                return Optional.empty();
            }
        });
    }

    /** Templates are those of the caller's own registry; the longest prefix wins (Amazon ECR user guide, creation templates). */
    @Override
    public Optional<String> templateOnPush(ImageReference repository) {
        List<RepositoryCreationTemplate> all = calls.of(
                operation("ecr:DescribeRepositoryCreationTemplates", repository),
                () -> client.describeRepositoryCreationTemplatesPaginator(request -> {}).stream()
                        .flatMap(page -> page.repositoryCreationTemplates().stream())
                        .toList());
        return all.stream()
                .filter(each -> matches(each.prefix(), name(repository)))
                .max(Comparator.comparing(
                        each -> each.prefix().equals(ANY) ? 0 : each.prefix().length()))
                .filter(each -> each.appliedFor().contains(RCTAppliedFor.CREATE_ON_PUSH))
                .map(RepositoryCreationTemplate::prefix);
    }

    private static boolean matches(String prefix, String name) {
        return prefix.equals(ANY) || name.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
    }

    private static AwsOperation operation(String action, ImageReference repository) {
        return new AwsOperation(action, "repository " + repository.name());
    }

    private static String name(ImageReference repository) {
        return repository.repository().value();
    }

    private static @Nullable String account(ImageReference image) {
        return image.host().flatMap(RegistryHost::account).orElse(null);
    }
}
