package org.ecsdelivery.sandbox.aws.registry;

/**
 * Says whose registry this is, which ECR repeats in each of its errors.
 *
 * @param account the twelve digits of the AWS account, ECR's registry id
 * @param region the AWS Region
 */
public record RegistryIdentity(String account, String region) {

    /** Names a repository as IAM does. */
    public String arn(String repository) {
        return "arn:aws:ecr:" + region + ":" + account + ":repository/" + repository;
    }

    /** Words the lack of a repository as ECR does, in its API and over the registry protocol alike. */
    public String repositoryNotFound(String repository) {
        return "The repository with name '" + repository + "' does not exist in the registry with id '" + account + "'";
    }
}
