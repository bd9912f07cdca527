package org.ecsdelivery.aws;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.common.settings.RepositoryPolicy;
import org.ecsdelivery.common.value.ImageDigest;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.image.HeldImage;
import org.ecsdelivery.engine.image.ImageRegistry;
import org.ecsdelivery.engine.image.PlatformImage;
import org.ecsdelivery.engine.image.RegistryCredential;
import org.ecsdelivery.engine.image.Repositories;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;
import software.amazon.awssdk.services.ecr.model.DescribeImagesResponse;
import software.amazon.awssdk.services.ecr.model.ImageDetail;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.ecr.model.ImageNotFoundException;
import software.amazon.awssdk.services.ecr.model.ImageTagMutability;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;

/** ECR as the registry of images. The account is that of the image's host when the host is ECR's, else the caller's own. */
final class EcrRegistry implements ImageRegistry {
    private final EcrClient client;
    private final AwsCalls calls;

    EcrRegistry(EcrClient client, AwsCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    @Override
    public Optional<Repositories> repositories() {
        return Optional.of(new EcrRepositories(client, calls));
    }

    @Override
    public RegistryCredential authorize() {
        return calls.of(
                new AwsOperation("ecr:GetAuthorizationToken", "the registry"),
                () -> client.getAuthorizationToken().authorizationData().stream()
                        .findFirst()
                        .map(EcrRegistry::credential)
                        .orElseThrow(() -> RegistryToken.unusable("ECR gave no authorization token")));
    }

    private static RegistryCredential credential(AuthorizationData data) {
        return RegistryToken.credential(
                new RegistryHost(URI.create(data.proxyEndpoint()).getAuthority()),
                data.authorizationToken(),
                data.expiresAt());
    }

    @Override
    public boolean exists(ImageReference repository) {
        return calls.of(new AwsOperation("ecr:DescribeRepositories", "repository " + repository.name()), () -> {
            try {
                client.describeRepositories(request -> request.registryId(account(repository))
                        .repositoryNames(repository.repository().value()));
                return true;
            } catch (RepositoryNotFoundException expected) {
                return false;
            }
        });
    }

    @Override
    public void create(ImageReference repository) {
        new EcrRepositories(client, calls).create(repository, RepositoryPolicy.DEFAULT);
    }

    @Override
    public boolean freezesTags(ImageReference repository) {
        return calls.of(
                new AwsOperation("ecr:DescribeRepositories", "repository " + repository.name()),
                () -> client
                        .describeRepositories(request -> request.registryId(account(repository))
                                .repositoryNames(repository.repository().value()))
                        .repositories()
                        .stream()
                        .anyMatch(each -> each.imageTagMutability() == ImageTagMutability.IMMUTABLE));
    }

    @Override
    public Optional<HeldImage> held(ImageReference taggedImage) {
        ImageIdentifier id = ImageIdentifier.builder()
                .imageTag(taggedImage.tag().map(Object::toString).orElse(null))
                .build();
        return calls.of(new AwsOperation("ecr:BatchGetImage", "image " + taggedImage), () -> {
            try {
                return client
                        .batchGetImage(request -> request.registryId(account(taggedImage))
                                .repositoryName(taggedImage.repository().value())
                                .acceptedMediaTypes(ImageManifest.MEDIA_TYPES)
                                .imageIds(id))
                        .images()
                        .stream()
                        .findFirst()
                        .map(image -> new HeldImage(
                                new ImageDigest(image.imageId().imageDigest()),
                                ImageManifest.configuration(image.imageManifest())));
            } catch (RepositoryNotFoundException expected) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<ImageDigest> digestOf(ImageReference taggedImage) {
        ImageIdentifier id = ImageIdentifier.builder()
                .imageTag(taggedImage.tag().map(Object::toString).orElse(null))
                .imageDigest(taggedImage.digest().map(Object::toString).orElse(null))
                .build();
        return calls.of(new AwsOperation("ecr:DescribeImages", "image " + taggedImage), () -> {
            try {
                return digest(client.describeImages(request -> request.registryId(account(taggedImage))
                        .repositoryName(taggedImage.repository().value())
                        .imageIds(id)));
            } catch (ImageNotFoundException | RepositoryNotFoundException expected) {
                return Optional.empty();
            }
        });
    }

    private static Optional<ImageDigest> digest(DescribeImagesResponse answer) {
        return answer.imageDetails().stream()
                .map(ImageDetail::imageDigest)
                .map(ImageDigest::new)
                .findFirst();
    }

    @Override
    public List<PlatformImage> images(ImageReference pinnedImage) {
        ImageIdentifier id = ImageIdentifier.builder()
                .imageDigest(pinnedImage.digest().map(Object::toString).orElse(null))
                .build();
        return calls.of(new AwsOperation("ecr:BatchGetImage", "image " + pinnedImage), () -> {
            try {
                return client
                        .batchGetImage(request -> request.registryId(account(pinnedImage))
                                .repositoryName(pinnedImage.repository().value())
                                .imageIds(id))
                        .images()
                        .stream()
                        .flatMap(image -> ImageIndex.images(image.imageManifest()))
                        .toList();
            } catch (RepositoryNotFoundException expected) {
                return List.of();
            }
        });
    }

    private static @Nullable String account(ImageReference image) {
        return image.host().flatMap(RegistryHost::account).orElse(null);
    }
}
