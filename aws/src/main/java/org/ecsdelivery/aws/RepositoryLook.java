package org.ecsdelivery.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.doctor.RepositoryFacts;
import org.ecsdelivery.engine.doctor.RepositoryFacts.Pull;
import org.ecsdelivery.engine.ecs.RevisionState;
import org.ecsdelivery.engine.ecs.ServiceState;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.ecr.model.RepositoryPolicyNotFoundException;

/** Looks at what the repositories of images say to pulls. */
record RepositoryLook(EcrClient client, AwsRegion region, AwsCalls calls) {
    /** What the execution role does to pull, and nobody here. */
    private static final List<String> PULL = Stream.of("BatchGetImage", "GetDownloadUrlForLayer")
            .map("ecr:"::concat)
            .toList();

    List<RepositoryFacts> facts(ServiceState service, RevisionState revision) {
        String here = service.arn().split(":", -1)[4];
        List<RepositoryFacts> all = new ArrayList<>();
        revision.containers().stream()
                .flatMap(each -> parsed(each.image()))
                .forEach(image -> account(image)
                        .map(owner -> facts(image.repository().value(), owner, here))
                        .filter(each -> !all.contains(each))
                        .ifPresent(all::add));
        return all;
    }

    /** Only ECR's own host names tell an account; a repository of another Region cannot be seen from here. */
    private Optional<String> account(ImageReference image) {
        return image.host()
                .filter(each -> each.region().filter(region::equals).isPresent())
                .flatMap(RegistryHost::account);
    }

    /** An image may be named by a variable that ECS fills in, or in a form that is none of ours. */
    private static Stream<ImageReference> parsed(String image) {
        try {
            return Stream.of(ImageReference.parse(image));
        } catch (IllegalArgumentException other) {
            return Stream.empty();
        }
    }

    private RepositoryFacts facts(String name, String owner, String here) {
        Pull pull = calls.of(new AwsOperation("ecr:GetRepositoryPolicy", "repository " + name), () -> {
            try {
                return pull(client.getRepositoryPolicy(
                                request -> request.registryId(owner).repositoryName(name))
                        .policyText());
            } catch (RepositoryPolicyNotFoundException none) {
                return Pull.NO_POLICY;
            } catch (RepositoryNotFoundException none) {
                return Pull.NO_REPOSITORY;
            }
        });
        return new RepositoryFacts(name, owner, !owner.equals(here), pull);
    }

    /** What holds under conditions only may hold for the execution role or not; it is taken for the better. */
    private static Pull pull(String policy) {
        List<PolicyDocument.Statement> statements = PolicyDocument.parse(policy).statements();
        if (statements.stream()
                .anyMatch(each ->
                        !each.allows() && !each.conditional() && PULL.stream().anyMatch(each::speaksOf))) {
            return Pull.DENIED;
        }
        boolean allowed = PULL.stream()
                .allMatch(action -> statements.stream().anyMatch(each -> each.allows() && each.speaksOf(action)));
        return allowed ? Pull.ALLOWED : Pull.NOT_ALLOWED;
    }
}
