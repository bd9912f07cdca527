package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.registry.AuthorizationToken;
import org.ecsdelivery.sandbox.aws.registry.ImageRegistry;

/** Amazon ECR: repositories, images and passwords, as API version 2015-09-21 words them. */
public final class EcrService implements AwsService {

    private final AwsAccount account;
    private final ImageRegistry registry;
    private final Map<String, Function<AwsCall, JsonNode>> operations;

    /** Puts the API in front of the images of a registry, and of what their scans find. */
    public EcrService(AwsAccount account, ImageRegistry registry, Scans scans) {
        this.account = account;
        this.registry = registry;
        RepositoryLookup lookup = new RepositoryLookup(account, registry);
        RepositoryOperations repositories = new RepositoryOperations(account, registry, lookup);
        PolicyOperations policies = new PolicyOperations(lookup);
        TemplateOperations templates = new TemplateOperations(registry);
        TagOperations tags = new TagOperations(lookup);
        ScanOperations scanning = new ScanOperations(lookup, scans);
        ImageOperations images = new ImageOperations(registry, lookup);
        this.operations = Map.ofEntries(
                Map.entry("GetAuthorizationToken", this::token),
                Map.entry("CreateRepository", repositories::create),
                Map.entry("DescribeRepositories", repositories::describe),
                Map.entry("CreateRepositoryCreationTemplate", templates::create),
                Map.entry("DescribeRepositoryCreationTemplates", templates::describe),
                Map.entry("PutImageTagMutability", repositories::putMutability),
                Map.entry("PutLifecyclePolicy", policies::put),
                Map.entry("GetLifecyclePolicy", policies::get),
                Map.entry("SetRepositoryPolicy", policies::putAccess),
                Map.entry("GetRepositoryPolicy", policies::getAccess),
                Map.entry("TagResource", tags::add),
                Map.entry("ListTagsForResource", tags::list),
                Map.entry("StartImageScan", scanning::start),
                Map.entry("DescribeImageScanFindings", scanning::describe),
                Map.entry("BatchGetRepositoryScanningConfiguration", scanning::configuration),
                Map.entry("DescribeImages", images::describe),
                Map.entry("ListImages", images::list),
                Map.entry("BatchGetImage", images::batchGet));
    }

    @Override
    public String name() {
        return "ecr";
    }

    @Override
    public String wireName() {
        return "AmazonEC2ContainerRegistry_V20150921";
    }

    @Override
    public Answer answer(AwsCall call) {
        Function<AwsCall, JsonNode> operation = operations.get(call.operation());
        if (operation == null) {
            throw AwsService.unknownOperation(call);
        }
        return Answer.json(operation.apply(call));
    }

    private JsonNode token(AwsCall call) {
        AuthorizationToken token = registry.tokens().issue();
        JsonNode data = Json.object()
                .put("authorizationToken", token.encoded())
                .put("proxyEndpoint", account.endpoint().toString())
                .set("expiresAt", Json.epoch(token.expiresAt()));
        return Json.object().set("authorizationData", Json.array().add(data));
    }
}
