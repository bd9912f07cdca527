package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.registry.AuthorizationToken;
import org.ecsdelivery.sandbox.aws.registry.ImageRegistry;
import org.ecsdelivery.sandbox.aws.registry.Repository;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;

/**
 * Amazon ECR Public, as API version 2020-10-30 words it. Its repositories lie in the one registry that is here, below the account's
 * alias, as they do at {@code public.ecr.aws}.
 */
public final class EcrPublicService implements AwsService {
    /** The alias of the account's public registry. */
    public static final String ALIAS = "a1b2c3d4";

    /** Where its API is. */
    private static final String REGION = "us-east-1";

    private final AwsAccount account;
    private final ImageRegistry registry;

    /** Puts the API in front of the images of a registry. */
    public EcrPublicService(AwsAccount account, ImageRegistry registry) {
        this.account = account;
        this.registry = registry;
    }

    @Override
    public String name() {
        return "ecr-public";
    }

    @Override
    public String wireName() {
        return "SpencerFrontendService";
    }

    @Override
    public Answer answer(AwsCall call) {
        if (!call.region().equals(REGION)) {
            throw AwsError.client("UnsupportedCommandException", "ECR Public is not supported in " + call.region());
        }
        return Answer.json(
                switch (call.operation()) {
                    case "GetAuthorizationToken" -> token();
                    case "CreateRepository" -> created(call.required("repositoryName"));
                    case "DescribeRepositories" -> described(call);
                    default -> throw AwsService.unknownOperation(call);
                });
    }

    private JsonNode token() {
        AuthorizationToken token = registry.tokens().issue();
        ObjectNode data = Json.object().put("authorizationToken", token.encoded());
        data.set("expiresAt", Json.epoch(token.expiresAt()));
        return Json.object().set("authorizationData", data);
    }

    private JsonNode created(String name) {
        Repository made = registry.create(ALIAS + "/" + name, RepositorySettings.defaults())
                .orElseThrow(() -> AwsError.client(
                        "RepositoryAlreadyExistsException",
                        "The repository with name '" + name + "' already exists in the registry with id '"
                                + account.id() + "'"));
        return Json.object().set("repository", json(name, made));
    }

    private JsonNode described(AwsCall call) {
        return Json.object()
                .set(
                        "repositories",
                        Json.array(call.texts("repositoryNames").stream()
                                .map(name -> json(name, found(name)))
                                .toList()));
    }

    private Repository found(String name) {
        return registry.repository(ALIAS + "/" + name)
                .orElseThrow(() -> AwsError.client(
                        "RepositoryNotFoundException",
                        "The repository with name '" + name + "' does not exist in the registry with id '"
                                + account.id() + "'"));
    }

    private ObjectNode json(String name, Repository repository) {
        ObjectNode json = Json.object()
                .put("repositoryName", name)
                .put("registryId", account.id())
                .put("repositoryArn", "arn:aws:ecr-public::" + account.id() + ":repository/" + name)
                .put("repositoryUri", "public.ecr.aws/" + ALIAS + "/" + name);
        json.set("createdAt", Json.epoch(repository.createdAt()));
        return json;
    }
}
