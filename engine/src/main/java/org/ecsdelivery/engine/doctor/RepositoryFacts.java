package org.ecsdelivery.engine.doctor;

/**
 * A repository of ECR that an image of the service comes from.
 *
 * @param name its name
 * @param account the account that it is in
 * @param foreign whether that is another account than the service's
 * @param pull what it says to pulls
 */
public record RepositoryFacts(String name, String account, boolean foreign, Pull pull) {
    /** What a repository says to pulls. */
    public enum Pull {
        /** There is no such repository. */
        NO_REPOSITORY,
        /** It has no policy. */
        NO_POLICY,
        /** Its policy allows pulls to whom it names. */
        ALLOWED,
        /** Its policy does not speak of pulls. */
        NOT_ALLOWED,
        /** Its policy denies pulls. */
        DENIED
    }
}
