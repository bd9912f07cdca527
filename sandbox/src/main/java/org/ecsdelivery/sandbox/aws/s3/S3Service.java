package org.ecsdelivery.sandbox.aws.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ecsdelivery.sandbox.aws.front.Answer;
import org.ecsdelivery.sandbox.aws.front.AwsAccount;
import org.ecsdelivery.sandbox.aws.front.AwsCall;
import org.ecsdelivery.sandbox.aws.front.AwsError;
import org.ecsdelivery.sandbox.aws.front.AwsService;
import org.ecsdelivery.sandbox.aws.front.Protocol;
import org.ecsdelivery.sandbox.aws.s3.Buckets.Stored;

/** S3 in path style, as far as small objects go. */
public final class S3Service implements AwsService {
    private static final String ENCRYPTION = "x-amz-server-side-encryption";
    private static final String KMS_KEY = "x-amz-server-side-encryption-aws-kms-key-id";

    private static final String OWNER = "x-amz-expected-bucket-owner";

    private final AwsAccount account;
    private final Buckets buckets;

    /** Puts the buckets on the wire. */
    public S3Service(AwsAccount account, Buckets buckets) {
        this.account = account;
        this.buckets = buckets;
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public String wireName() {
        return "s3";
    }

    @Override
    public Protocol protocol() {
        return Protocol.REST;
    }

    @Override
    public Answer answer(AwsCall call) {
        if (call.operation().equals("CreateBucket")) {
            buckets.create(call.requiredParam("Bucket"));
            return empty(Map.of("Location", "/" + call.requiredParam("Bucket")));
        }
        if (!buckets.has(call.requiredParam("Bucket"))) {
            throw new AwsError("NoSuchBucket", 404, "The specified bucket does not exist");
        }
        if (!call.param(OWNER).orElse(account.id()).equals(account.id())) {
            throw new AwsError("AccessDenied", 403, "Access Denied");
        }
        return switch (call.operation()) {
            case "HeadBucket" -> empty(Map.of());
            case "PutObject" -> put(call);
            case "GetObject" -> got(call);
            case "HeadObject" -> empty(headers(found(call)));
            default -> throw new AwsError("NotImplemented", 501, call.operation() + " is not part of this stand-in.");
        };
    }

    private Answer put(AwsCall call) {
        Stored object = new Stored(
                bytes(call),
                // what S3 does since 2023 when nothing is said
                call.param(ENCRYPTION).orElse("AES256"),
                call.param(KMS_KEY),
                call.param("content-type").orElse("binary/octet-stream"));
        buckets.put(call.requiredParam("Bucket"), call.requiredParam("Key"), object);
        return empty(headers(object));
    }

    private static byte[] bytes(AwsCall call) {
        try {
            return call.body().path("Body").binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer got(AwsCall call) {
        Stored object = found(call);
        return new Answer(200, object.contentType(), object.text(), headers(object));
    }

    private Stored found(AwsCall call) {
        return buckets.object(call.requiredParam("Bucket"), call.requiredParam("Key"))
                .orElseThrow(() -> new AwsError("NoSuchKey", 404, "The specified key does not exist."));
    }

    private static Map<String, String> headers(Stored object) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", "\"" + md5(object.bytes()) + "\"");
        headers.put(ENCRYPTION, object.encryption());
        object.key().ifPresent(key -> headers.put(KMS_KEY, key));
        return headers;
    }

    private static Answer empty(Map<String, String> headers) {
        return new Answer(200, "application/xml", "", headers);
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows MD5", impossible);
        }
    }
}
