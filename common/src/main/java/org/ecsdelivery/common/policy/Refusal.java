package org.ecsdelivery.common.policy;

/**
 * Why a build must not do something.
 *
 * @param personal whether it is because the build is a personal one
 * @param fact what is refused and why, without a full stop
 * @param remedy what to do instead, in full sentences
 */
public record Refusal(boolean personal, String fact, String remedy) {

    /** The identity of the build problem where a build is refused something for being personal. */
    public static final String PERSONAL_IDENTITY = "ecsDeliveryPersonalBuild";

    /** The identity of the build problem where a policy refuses a build something. */
    public static final String IDENTITY = "ecsDeliveryPolicy";

    /** Returns the whole of it. */
    public String text() {
        return fact + (remedy.isEmpty() ? "." : ". " + remedy);
    }
}
