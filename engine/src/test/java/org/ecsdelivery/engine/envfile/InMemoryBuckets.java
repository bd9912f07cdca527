package org.ecsdelivery.engine.envfile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.EngineException;
import org.ecsdelivery.engine.failure.FailureKind;

/** The buckets of account 123456789012 in memory. */
public final class InMemoryBuckets implements EnvFileBucket {
    private final Map<String, Map<String, byte[]>> all = new TreeMap<>();

    /** Makes a bucket. */
    public void create(String name) {
        all.put(name, new TreeMap<>());
    }

    /** Returns the keys of a bucket. */
    public List<String> keys(String name) {
        return List.copyOf(all.getOrDefault(name, Map.of()).keySet());
    }

    /** Returns an object as text. */
    public String read(String name, String key) {
        return new String(all.getOrDefault(name, Map.of()).getOrDefault(key, new byte[0]), StandardCharsets.UTF_8);
    }

    @Override
    public String arn(String bucket, String key) {
        return "arn:aws:s3:::" + bucket + "/" + key;
    }

    @Override
    public void put(String bucket, String key, byte[] content, String owner) {
        if (!all.containsKey(bucket)) {
            throw new EngineException(FailureKind.AWS_REFUSED, "There is no S3 bucket " + bucket, "", "");
        }
        if (!owner.equals("123456789012")) {
            throw new AccessDenied("s3:PutObject", arn(bucket, key), "Access Denied", null);
        }
        all.get(bucket).put(key, content);
    }
}
