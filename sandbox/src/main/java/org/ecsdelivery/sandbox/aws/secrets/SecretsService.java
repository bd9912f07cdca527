package org.ecsdelivery.sandbox.aws.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Json;
import org.ecsdelivery.sandbox.aws.secrets.SecretShelf.Stored;
import org.ecsdelivery.sandbox.aws.secrets.SecretShelf.Version;

/** Secrets Manager as API version 2017-10-17 words it. */
public final class SecretsService implements AwsService {
    private final AwsAccount account;
    private final SecretShelf secrets;

    /** Puts the secrets on the wire. */
    public SecretsService(AwsAccount account, SecretShelf secrets) {
        this.account = account;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "secretsmanager";
    }

    @Override
    public String wireName() {
        return "secretsmanager";
    }

    @Override
    public Answer answer(AwsCall call) {
        return Answer.json(
                switch (call.operation()) {
                    case "GetSecretValue" -> value(call);
                    case "CreateSecret" -> created(call);
                    case "PutSecretValue" -> changed(call);
                    default -> throw AwsService.unknownOperation(call);
                });
    }

    private JsonNode value(AwsCall call) {
        Stored secret = found(call);
        Version version = call.text("VersionId")
                .map(id -> secret.version(id).orElseThrow(() -> missing(" value for VersionId: " + id)))
                .orElseGet(() -> staged(secret, call.text("VersionStage").orElse("AWSCURRENT")));
        ObjectNode node = Json.object()
                .put("ARN", secret.arn())
                .put("Name", secret.name())
                .put("VersionId", version.id());
        version.text().ifPresent(text -> node.put("SecretString", text));
        version.binary().ifPresent(bytes -> node.put("SecretBinary", bytes));
        node.set("VersionStages", Json.texts(secret.stagesOf(version)));
        node.set("CreatedDate", Json.epoch(account.clock().instant()));
        return node;
    }

    private static Version staged(Stored secret, String stage) {
        return secret.staged(stage).orElseThrow(() -> missing(" value for staging label: " + stage));
    }

    private JsonNode created(AwsCall call) {
        String name = call.required("Name");
        if (secrets.find(name).isPresent()) {
            throw AwsError.client(
                    "ResourceExistsException", "The operation failed because the secret " + name + " already exists.");
        }
        return shown(secrets.put(name, call.text("SecretString"), call.text("SecretBinary")));
    }

    private JsonNode changed(AwsCall call) {
        return shown(secrets.put(found(call).name(), call.text("SecretString"), call.text("SecretBinary")));
    }

    private static JsonNode shown(Stored secret) {
        return Json.object()
                .put("ARN", secret.arn())
                .put("Name", secret.name())
                .put(
                        "VersionId",
                        secret.versions().get(secret.versions().size() - 1).id());
    }

    private Stored found(AwsCall call) {
        return secrets.find(call.required("SecretId")).orElseThrow(() -> missing("."));
    }

    private static AwsError missing(String what) {
        return AwsError.client("ResourceNotFoundException", "Secrets Manager can't find the specified secret" + what);
    }
}
