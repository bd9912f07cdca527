package org.ecsdelivery.common.settings;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An env file that ECS reads in Amazon S3.
 *
 * @param bucket the bucket
 * @param key its key
 * @param content what is in it
 * @param names the variables in it
 * @param arn its ARN, where the partition of AWS is known
 */
public record EnvFileObject(String bucket, String key, String content, Set<String> names, Optional<String> arn) {
    private static final String START = "ecs-delivery-";

    /** Copies the names; their order stays. */
    public EnvFileObject {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /**
     * Makes one that is told apart from those that others have put there.
     *
     * @param id what tells it apart from others of ours
     */
    public static EnvFileObject in(S3Folder folder, String id, String content, Set<String> names) {
        return new EnvFileObject(folder.bucket(), folder.key(START + id + ".env"), content, names, Optional.empty());
    }

    /** Tells whether an ARN is of a file that a deploy step has put there. */
    public static boolean isOurs(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1).startsWith(START);
    }

    /** Returns this file with its ARN. */
    public EnvFileObject at(String itsArn) {
        return new EnvFileObject(bucket, key, content, names, Optional.of(itsArn));
    }

    /** Leaves the content out. */
    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
