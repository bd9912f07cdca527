package org.ecsdelivery.aws.call;

/**
 * One operation as IAM and people name it.
 *
 * @param action the IAM action, such as {@code ecs:UpdateService}
 * @param resource what it acts on, in words or as an ARN
 */
public record AwsOperation(String action, String resource) {
    /** Returns both in words. */
    @Override
    public String toString() {
        return action + " for " + resource;
    }
}
