package org.ecsdelivery.common.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host (and port) of an image registry. A private ECR registry tells its account and Region by its host name
 * (forms: Amazon ECR user guide, "Private registry" and "IPv6, FIPS endpoints").
 *
 * @param value host, and {@code :port} where there is one
 */
public record RegistryHost(String value) {
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\\d{1,5})?|\\[[0-9a-fA-F:]+\\](:\\d{1,5})?");
    private static final Set<String> PUBLIC = Set.of("public.ecr.aws", "ecr-public.aws.com");

    /**
     * Checks the host.
     *
     * @throws IllegalArgumentException when the text is no host name
     */
    public RegistryHost {
        Text.matching(FORM, value, "a registry host such as 123456789012.dkr.ecr.eu-central-1.amazonaws.com");
    }

    /** Tells whether the first part of an image name is a host, by Docker's rule: it has a dot or a colon, or is localhost. */
    public static boolean looksLikeHost(String firstPart) {
        return firstPart.contains(".") || firstPart.contains(":") || firstPart.equals("localhost");
    }

    /** Tells whether the text is the host of a private ECR registry. */
    static boolean isEcr(String text) {
        return EcrHost.of(text).isPresent();
    }

    /** Returns the AWS account of an ECR host. */
    public Optional<String> account() {
        return ecr().map(EcrHost::account);
    }

    /** Returns the Region of an ECR host. */
    public Optional<AwsRegion> region() {
        return ecr().map(EcrHost::region);
    }

    /** Tells whether both names lead to one registry: the same host, or ECR hosts of one account and Region (FIPS, dual-stack). */
    public boolean isSameRegistryAs(RegistryHost other) {
        return equals(other)
                || isEcrPublic() && other.isEcrPublic()
                || account().isPresent() && account().equals(other.account()) && region().equals(other.region());
    }

    /** Returns what an ECR host tells. */
    public Optional<EcrHost> ecr() {
        return EcrHost.of(value);
    }

    /** Tells whether this is the host of ECR Public that IPv6 reaches too. */
    public boolean isDualStackPublic() {
        return value.equals("ecr-public.aws.com");
    }

    /** Tells whether this is Amazon ECR Public. */
    public boolean isEcrPublic() {
        return PUBLIC.contains(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
