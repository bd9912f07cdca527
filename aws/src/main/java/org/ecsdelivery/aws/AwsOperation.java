package org.ecsdelivery.aws;

/**
 * One operation as IAM and people name it.
 *
 * @param action the IAM action, such as {@code ecs:UpdateService}
 * @param resource what it acts on, in words or as an ARN
 */
record AwsOperation(String action, String resource) {
    @Override
    public String toString() {
        return action + " for " + resource;
    }
}
