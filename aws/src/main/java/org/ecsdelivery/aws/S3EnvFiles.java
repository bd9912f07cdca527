package org.ecsdelivery.aws;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecsdelivery.aws.call.AwsCalls;
import org.ecsdelivery.aws.call.AwsOperation;
import org.ecsdelivery.aws.call.DirectCall;
import org.ecsdelivery.aws.call.DirectCalls;
import org.ecsdelivery.aws.call.ServiceAddress;
import org.ecsdelivery.engine.envfile.EnvFileBucket;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A bucket of S3. How an object is encrypted is left to the bucket: since 2023 none is without, and a key of its own counts. */
final class S3EnvFiles implements EnvFileBucket {
    /** What S3 answers when a bucket lies elsewhere (S3 API reference, "Error responses"). */
    private static final Set<String> ELSEWHERE = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException");

    private final DirectCalls signed;
    private final ServiceAddress address;
    private final AwsCalls calls;

    S3EnvFiles(DirectCalls signed, ServiceAddress address, AwsCalls calls) {
        this.signed = signed;
        this.address = address;
        this.calls = calls;
    }

    @Override
    public String arn(String bucket, String key) {
        return "arn:" + address.partition().id() + ":s3:::" + bucket + "/" + key;
    }

    @Override
    public void put(String bucket, String key, byte[] content, String owner) {
        AwsOperation operation = new AwsOperation("s3:PutObject", arn(bucket, key));
        DirectCall call = DirectCall.put(
                address.ofObject(bucket, path(key)),
                operation,
                Map.of("Content-Type", "text/plain; charset=utf-8", "x-amz-expected-bucket-owner", owner),
                content);
        calls.of(operation, () -> sent(call, bucket));
    }

    private DirectCall.Answer sent(DirectCall call, String bucket) {
        try {
            return signed.send(call);
        } catch (AwsServiceException e) {
            String code = String.valueOf(e.awsErrorDetails().errorCode());
            if (code.equals("NoSuchBucket")) {
                throw wrong("There is no S3 bucket " + bucket, e);
            }
            if (ELSEWHERE.contains(code)) {
                Optional<String> where =
                        e.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amz-bucket-region");
                throw wrong(
                        "The S3 bucket " + bucket + " lies in "
                                + where.map(each -> "the Region " + each).orElse("another Region") + ", not in "
                                + address.region(),
                        e);
            }
            throw e;
        }
    }

    private static EngineException wrong(String fact, AwsServiceException cause) {
        return new EngineException(
                FailureKind.AWS_REFUSED,
                fact,
                String.valueOf(cause.awsErrorDetails().errorMessage()),
                "Name a bucket of the service's Region in Env file bucket (deploy.envFileBucket).",
                cause);
    }

    private static String path(String key) {
        return Arrays.stream(key.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%7E", "~")
                        .replace("*", "%2A"))
                .collect(Collectors.joining("/"));
    }
}
