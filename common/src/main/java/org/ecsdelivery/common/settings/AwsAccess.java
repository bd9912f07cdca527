package org.ecsdelivery.common.settings;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.AwsRegion;
import org.ecsdelivery.common.value.Secret;

/**
 * How a step reaches AWS, as far as its settings say; the rest comes from the build's environment.
 *
 * @param region the Region, when the settings name one
 * @param endpoint the address to call instead of AWS's own
 * @param profile the profile of the credentials file to use
 * @param keys access keys, when the settings hold some
 * @param role the role to assume with the credentials found
 * @param connection the connection of TeamCity whose credentials to use
 */
public record AwsAccess(
        Optional<AwsRegion> region,
        Optional<URI> endpoint,
        Optional<String> profile,
        Optional<Keys> keys,
        Optional<Role> role,
        Optional<ConnectionAccess> connection) {
    /** Nothing but what the build's environment holds. */
    public static final AwsAccess OF_THE_BUILD =
            new AwsAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Makes an access without a connection. */
    public AwsAccess(
            Optional<AwsRegion> region,
            Optional<URI> endpoint,
            Optional<String> profile,
            Optional<Keys> keys,
            Optional<Role> role) {
        this(region, endpoint, profile, keys, role, Optional.empty());
    }

    /**
     * Access keys.
     *
     * @param accessKeyId the public half
     * @param secretAccessKey the secret half
     * @param sessionToken the token of temporary keys
     */
    public record Keys(String accessKeyId, Secret secretAccessKey, Optional<Secret> sessionToken) {}

    /**
     * A role to assume (AWS STS API reference, AssumeRole).
     *
     * @param arn the role's ARN
     * @param externalId the id that the role's owner asks for
     * @param tags what policies and CloudTrail see of the session
     */
    public record Role(String arn, Optional<String> externalId, Map<String, String> tags) {
        /** Copies the tags in their order. */
        public Role {
            tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        }

        /** Makes a role without session tags. */
        public Role(String arn, Optional<String> externalId) {
            this(arn, externalId, Map.of());
        }
    }

    /** Returns this access in the given Region. */
    public AwsAccess inRegion(AwsRegion newRegion) {
        return new AwsAccess(Optional.of(newRegion), endpoint, profile, keys, role, connection);
    }
}
