package org.ecsdelivery.sandbox.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.front.Page;
import org.ecsdelivery.sandbox.aws.registry.ImageRegistry;
import org.ecsdelivery.sandbox.aws.registry.Repository;
import org.ecsdelivery.sandbox.aws.registry.RepositorySettings;

/** Creates, describes and changes repositories. */
final class RepositoryOperations {

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*");

    /** What ECR gives when a call names no {@code maxResults}. */
    private static final int DEFAULT_PAGE = 100;

    private final AwsAccount account;
    private final ImageRegistry registry;
    private final RepositoryLookup lookup;

    RepositoryOperations(AwsAccount account, ImageRegistry registry, RepositoryLookup lookup) {
        this.account = account;
        this.registry = registry;
        this.lookup = lookup;
    }

    JsonNode create(AwsCall call) {
        String name = validName(call.required("repositoryName"));
        requireHere(call);
        Repository created = registry.create(name, RequestedSettings.of(call))
                .orElseThrow(() -> AwsError.client(
                        "RepositoryAlreadyExistsException",
                        "The repository with name '" + name + "' already exists in the registry with id '"
                                + account.id() + "'"));
        return Json.object().set("repository", json(created));
    }

    JsonNode describe(AwsCall call) {
        List<String> names = call.texts("repositoryNames");
        if (names.isEmpty()) {
            List<Repository> all = lookup.isHere(call) ? registry.repositories() : List.of();
            return Page.of(all, call, call.number("maxResults").orElse(DEFAULT_PAGE))
                    .json("repositories", this::json);
        }
        return Json.object()
                .set(
                        "repositories",
                        Json.array(names.stream()
                                .map(name -> json(lookup.named(call, name)))
                                .toList()));
    }

    JsonNode putMutability(AwsCall call) {
        Repository repository = lookup.named(call);
        RepositorySettings settings = repository.configure(before ->
                before.withMutability(RequestedSettings.mutability(call), RequestedSettings.exclusions(call)));
        ObjectNode answer = Json.object().put("registryId", account.id()).put("repositoryName", repository.name());
        addMutability(answer, settings);
        return answer;
    }

    private ObjectNode json(Repository repository) {
        RepositorySettings settings = repository.settings();
        ObjectNode encryption = Json.object().put("encryptionType", settings.encryptionType());
        settings.kmsKey().ifPresent(key -> encryption.put("kmsKey", key));
        ObjectNode json = Json.object()
                .put("repositoryArn", registry.identity().arn(repository.name()))
                .put("registryId", account.id())
                .put("repositoryName", repository.name())
                .put("repositoryUri", account.registryHost() + "/" + repository.name());
        json.set("createdAt", Json.epoch(repository.createdAt()));
        json.set("imageScanningConfiguration", Json.object().put("scanOnPush", settings.scanOnPush()));
        json.set("encryptionConfiguration", encryption);
        addMutability(json, settings);
        return json;
    }

    private static void addMutability(ObjectNode json, RepositorySettings settings) {
        json.put("imageTagMutability", settings.mutability().name());
        if (!settings.exclusions().isEmpty()) {
            ArrayNode filters = json.putArray("imageTagMutabilityExclusionFilters");
            settings.exclusions()
                    .forEach(filter ->
                            filters.addObject().put("filterType", "WILDCARD").put("filter", filter));
        }
    }

    private void requireHere(AwsCall call) {
        if (!lookup.isHere(call)) {
            throw AwsError.client(
                    "InvalidParameterException",
                    "This stand-in keeps repositories of account " + account.id() + " in Region " + account.region()
                            + " only; the call is for account " + lookup.registryId(call) + " in Region "
                            + call.region() + ".");
        }
    }

    private static String validName(String name) {
        if (name.length() < 2 || name.length() > 256 || !NAME.matcher(name).matches()) {
            throw AwsError.client(
                    "InvalidParameterException",
                    "Invalid parameter at 'repositoryName' failed to satisfy constraint: 'must satisfy regular"
                            + " expression '" + NAME + "''");
        }
        return name;
    }
}
