package org.ecsdelivery.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.aws.call.BuildEnvironment;
import org.ecsdelivery.aws.call.RecordingAws;
import org.ecsdelivery.common.settings.AwsAccess;
import org.ecsdelivery.common.settings.ConnectionAccess;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.Secret;
import org.ecsdelivery.common.value.ServiceName;
import org.ecsdelivery.engine.ecs.EcsApi.TaskList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A build whose calls are signed, and a recorder of whose keys signed them. */
abstract class SignedCalls {
    static final String ROLE = "arn:aws:iam::123456789012:role/deployer";

    @TempDir
    Path files;

    final RecordingAws aws = RecordingAws.obliging();
    final Map<String, String> build = new HashMap<>(Map.of("AWS_EC2_METADATA_DISABLED", "true"));
    Optional<String> profile = Optional.empty();
    Optional<AwsAccess.Keys> keys = Optional.empty();
    Optional<AwsAccess.Role> role = Optional.empty();
    Optional<ConnectionAccess> connection = Optional.empty();
    Optional<AwsRegion> region = Optional.of(new AwsRegion("eu-central-1"));

    @AfterEach
    void close() {
        aws.close();
    }

    AwsClients open() {
        AwsAccess access = new AwsAccess(region, Optional.of(aws.endpoint()), profile, keys, role, connection);
        return AwsClients.open(access, new BuildEnvironment(build), InstantSource.system(), ClientsOfLocalAws.QUICK);
    }

    static void call(AwsClients clients) {
        clients.ecs().listTasks(new ClusterName("prod"), new ServiceName("web"), TaskList.RUNNING);
    }

    String signer() {
        try (AwsClients clients = open()) {
            call(clients);
        }
        return aws.last().signer();
    }

    List<String> secretsAfterACall() {
        try (AwsClients clients = open()) {
            call(clients);
            return clients.secrets().stream().map(Secret::reveal).toList();
        }
    }

    String origin() {
        try (AwsClients clients = open()) {
            return clients.credentialsOrigin();
        }
    }

    void stepHasKeys() {
        keys = Optional.of(new AwsAccess.Keys("AKIDOFSTEP", Secret.of("secret-of-the-step"), Optional.empty()));
    }

    void buildHasKeys() {
        build.putAll(Map.of("AWS_ACCESS_KEY_ID", "AKIDOFBUILD", "AWS_SECRET_ACCESS_KEY", "secret-of-the-build"));
    }

    void profiles(String... lines) throws IOException {
        Path file = Files.write(files.resolve("credentials"), List.of(lines));
        build.put("AWS_SHARED_CREDENTIALS_FILE", file.toString());
    }

    void webIdentity() throws IOException {
        build.put("AWS_ROLE_ARN", ROLE + "-of-token");
        build.put("AWS_WEB_IDENTITY_TOKEN_FILE", file("token", "signed-by-somebody-else"));
    }

    String file(String name, String content) throws IOException {
        return Files.writeString(files.resolve(name), content).toString();
    }

    static final String[] DEFAULT_PROFILE = {
        "[default]", "aws_access_key_id=AKIDOFPROFILE", "aws_secret_access_key=secret-of-the-profile"
    };
}
