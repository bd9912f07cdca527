package org.ecsdelivery.engine.envfile;

import org.ecsdelivery.engine.failure.AccessDenied;
import org.ecsdelivery.engine.failure.TransientFailure;

/** A bucket of Amazon S3 that ECS reads env files from. May throw {@link AccessDenied} and {@link TransientFailure}. */
public interface EnvFileBucket {
    /** Returns the ARN of a file, which ECS takes in {@code environmentFiles}. */
    String arn(String bucket, String key);

    /**
     * Puts a file, readable by nobody but whom the bucket's own rules name, and encrypted as the bucket is set up.
     *
     * @param owner the number of the account that the bucket must belong to: a secret never goes to a bucket that somebody else has
     *     made under its name
     */
    void put(String bucket, String key, byte[] content, String owner);
}
