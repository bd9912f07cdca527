package org.ecsdelivery.aws.call;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ecsdelivery.common.value.AwsRegion;

/**
 * Where calls go that do not go where the others do.
 *
 * @param region the Region
 * @param endpoint the address to call; empty for the one that the other calls go to, if they have one
 * @param fips whether the addresses must be those for FIPS 140
 * @param dualStack whether the addresses must be those that IPv6 reaches too
 */
public record AwsPlace(AwsRegion region, Optional<URI> endpoint, boolean fips, boolean dualStack) {
    /** Returns the addresses of a Region as the build wants them. */
    public static AwsPlace of(AwsRegion region) {
        return new AwsPlace(region, Optional.empty(), false, false);
    }

    BuildEnvironment in(BuildEnvironment environment) {
        Map<String, String> variables = new HashMap<>(environment.variables());
        if (fips) {
            variables.put("AWS_USE_FIPS_ENDPOINT", "true");
        }
        if (dualStack) {
            variables.put("AWS_USE_DUALSTACK_ENDPOINT", "true");
        }
        return new BuildEnvironment(variables);
    }
}
