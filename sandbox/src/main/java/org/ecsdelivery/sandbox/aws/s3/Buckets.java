package org.ecsdelivery.sandbox.aws.s3;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The buckets of an account. */
public final class Buckets {
    private final Map<String, Map<String, Stored>> all = new TreeMap<>();

    /**
     * One object.
     *
     * @param encryption how S3 keeps it: {@code AES256} or {@code aws:kms}
     * @param key the KMS key that was named
     * @param contentType its media type
     */
    public record Stored(byte[] bytes, String encryption, Optional<String> key, String contentType) {
        /** Answers it as text. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Makes a bucket, when it is not there. */
    public synchronized void create(String bucket) {
        all.computeIfAbsent(bucket, name -> new TreeMap<>());
    }

    /** Puts a text, and the bucket for it. */
    public synchronized void put(String bucket, String key, String text) {
        create(bucket);
        put(bucket, key, new Stored(text.getBytes(StandardCharsets.UTF_8), "AES256", Optional.empty(), "text/plain"));
    }

    /** Takes an object away. */
    public synchronized void remove(String bucket, String key) {
        find(bucket).ifPresent(objects -> objects.remove(key));
    }

    /** Answers the keys of a bucket, in order. */
    public synchronized List<String> keys(String bucket) {
        return find(bucket).map(Map::keySet).map(List::copyOf).orElse(List.of());
    }

    /** Answers an object. */
    public synchronized Optional<Stored> object(String bucket, String key) {
        return find(bucket).map(objects -> objects.get(key));
    }

    /** Answers the object behind {@code arn:aws:s3:::bucket/key}. */
    public Optional<Stored> object(String arn) {
        String[] path = arn.substring(arn.lastIndexOf(':') + 1).split("/", 2);
        return path.length == 2 ? object(path[0], path[1]) : Optional.empty();
    }

    synchronized boolean has(String bucket) {
        return all.containsKey(bucket);
    }

    synchronized void put(String bucket, String key, Stored object) {
        find(bucket).ifPresent(objects -> objects.put(key, object));
    }

    private Optional<Map<String, Stored>> find(String bucket) {
        return Optional.ofNullable(all.get(bucket));
    }
}
