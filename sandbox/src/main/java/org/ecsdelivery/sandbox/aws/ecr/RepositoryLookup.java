package org.ecsdelivery.sandbox.aws.ecr;

import java.util.Optional;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.registry.ImageRegistry;
import org.ecsdelivery.sandbox.aws.registry.RegistryIdentity;
import org.ecsdelivery.sandbox.aws.registry.Repository;

/**
 * Finds the repository a call is about.
 *
 * <p>A call that names another account, or is signed for another Region, finds nothing: there is one registry here, and
 * real ECR too keeps the registries of accounts and Regions apart.
 */
final class RepositoryLookup {

    private static final String ARN_RESOURCE = ":repository/";

    private final AwsAccount account;
    private final ImageRegistry registry;

    RepositoryLookup(AwsAccount account, ImageRegistry registry) {
        this.account = account;
        this.registry = registry;
    }

    Repository named(AwsCall call) {
        return named(call, call.required("repositoryName"));
    }

    Repository named(AwsCall call, String name) {
        return find(call, name)
                .orElseThrow(() -> AwsError.client(
                        "RepositoryNotFoundException",
                        new RegistryIdentity(registryId(call), call.region()).repositoryNotFound(name)));
    }

    Optional<Repository> find(AwsCall call, String name) {
        return Optional.of(name).filter(ignored -> isHere(call)).flatMap(registry::repository);
    }

    String arn(Repository repository) {
        return registry.identity().arn(repository.name());
    }

    Repository byArn(AwsCall call) {
        String arn = call.required("resourceArn");
        int resource = arn.indexOf(ARN_RESOURCE);
        if (resource < 0) {
            throw AwsError.client(
                    "InvalidParameterException",
                    "Invalid parameter at 'resourceArn' failed to satisfy constraint: 'Invalid ARN'");
        }
        return named(call, arn.substring(resource + ARN_RESOURCE.length()));
    }

    boolean isHere(AwsCall call) {
        return registryId(call).equals(account.id()) && call.region().equals(account.region());
    }

    String registryId(AwsCall call) {
        return call.text("registryId").orElse(account.id());
    }
}
