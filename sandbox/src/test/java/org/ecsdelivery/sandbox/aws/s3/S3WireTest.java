package org.ecsdelivery.sandbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ecsdelivery.sandbox.aws.LocalAws;
import org.ecsdelivery.sandbox.aws.RealClients;
import org.ecsdelivery.sandbox.aws.front.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The real client in front of the stand-in's S3. */
class S3WireTest {
    private final LocalAws aws = LocalAws.builder().start();
    private final S3Client s3 = RealClients.of(S3Client.builder(), aws);

    @AfterEach
    void close() {
        s3.close();
        aws.close();
    }

    @Test
    void givesBackWhatWasPut() {
        s3.createBucket(each -> each.bucket("files"));

        s3.putObject(each -> each.bucket("files").key("env/a b+c.env"), RequestBody.fromString("GRÜSSE=1\n"));

        assertThat(s3.getObjectAsBytes(each -> each.bucket("files").key("env/a b+c.env"))
                        .asUtf8String())
                .isEqualTo("GRÜSSE=1\n");
        assertThat(aws.buckets().keys("files")).containsExactly("env/a b+c.env");
    }

    @Test
    void tellsHowAnObjectIsEncrypted() {
        aws.buckets().create("files");

        s3.putObject(
                each -> each.bucket("files")
                        .key("k")
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId("alias/files"),
                RequestBody.fromString("x"));

        assertThat(s3.headObject(each -> each.bucket("files").key("k")))
                .extracting(HeadObjectResponse::serverSideEncryption, HeadObjectResponse::ssekmsKeyId)
                .containsExactly(ServerSideEncryption.AWS_KMS, "alias/files");
    }

    @Test
    void doesNotFindABucketOrAKeyThatIsNotThere() {
        aws.buckets().create("files");

        assertThatThrownBy(() -> s3.putObject(each -> each.bucket("none").key("k"), RequestBody.empty()))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> s3.getObject(each -> each.bucket("files").key("k")))
                .isInstanceOf(NoSuchKeyException.class)
                .hasMessageContaining("The specified key does not exist.");
        assertThatThrownBy(() -> s3.headObject(each -> each.bucket("files").key("k")))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void refusesInItsOwnWords() {
        aws.buckets().create("files");
        aws.faults().next("s3", "PutObject", Fault.denied("arn:aws:s3:::files/k"));

        assertThatThrownBy(() -> s3.putObject(each -> each.bucket("files").key("k"), RequestBody.empty()))
                .isInstanceOfSatisfying(S3Exception.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(403);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                    assertThat(refused.awsErrorDetails().errorMessage())
                            .contains(
                                    "is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::files/k\"");
                });
    }

    @Test
    void asksToSlowDownWithAStatusThatIsTriedAgain() {
        aws.buckets().create("files");
        aws.faults().next("s3", "PutObject", Fault.throttled());

        s3.putObject(each -> each.bucket("files").key("k"), RequestBody.empty());

        assertThat(aws.calls().count("s3", "PutObject")).isEqualTo(2);
    }
}
