package org.ecsdelivery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ecsdelivery.engine.envfile.EnvFileBucket;
import org.ecsdelivery.engine.envfile.EnvFileBucketContract;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.ecsdelivery.sandbox.aws.s3.Buckets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Env files in S3 over the wire. */
class S3EnvFilesWireTest extends EnvFileBucketContract {
    private final ClientsOfLocalAws sandbox = new ClientsOfLocalAws();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected EnvFileBucket bucket() {
        return sandbox.clients.envFileBucket();
    }

    @Override
    protected void create(String name) {
        sandbox.aws.buckets().create(name);
    }

    @Override
    protected String read(String name, String key) {
        return sandbox.aws.buckets().object(name, key).map(Buckets.Stored::text).orElse("nothing");
    }

    @Test
    void leavesTheEncryptionToTheBucketAndCountsTheRequest() {
        create("files");

        bucket().put("files", "k.env", new byte[] {'A'}, OWNER);

        assertThat(sandbox.aws.buckets().object("files", "k.env").map(Buckets.Stored::encryption))
                .contains("AES256");
        assertThat(sandbox.clients.requests()).containsEntry("s3:PutObject", 1L);
    }

    @Test
    void triesAgainWhenS3AsksToSlowDown() {
        create("files");
        sandbox.aws.faults().next("s3", "PutObject", 2, Fault.throttled());

        bucket().put("files", "k.env", new byte[0], OWNER);

        assertThat(sandbox.aws.buckets().keys("files")).containsExactly("k.env");
    }

    @Test
    void namesThePermissionThatIsMissing() {
        create("files");
        sandbox.aws.faults().always("s3", "PutObject", Fault.denied("arn:aws:s3:::files/k.env"));

        assertThatThrownBy(() -> bucket().put("files", "k.env", new byte[0], OWNER))
                .isInstanceOf(AccessDenied.class)
                .hasMessageStartingWith("The build may not s3:PutObject on arn:aws:s3:::files/k.env: ")
                .hasMessageContaining("\"Resource\":\"arn:aws:s3:::files/k.env\"");
    }

    @Test
    void saysThatTheBucketLiesElsewhere() {
        create("files");
        sandbox.aws
                .faults()
                .always(
                        "s3",
                        "PutObject",
                        Fault.error(
                                "PermanentRedirect",
                                301,
                                "The bucket you are attempting to access must be addressed using the specified endpoint."));

        assertThatThrownBy(() -> bucket().put("files", "k.env", new byte[0], OWNER))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("The S3 bucket files lies in another Region, not in eu-central-1: ");
    }
}
