package org.ecsdelivery.common.settings;

import java.net.URI;
import java.util.Optional;
import org.ecsdelivery.common.value.AwsRegion;

/**
 * What one registry of ECR needs beside the step's AWS access.
 *
 * @param registry its host, or the account of all its Regions
 * @param role the role that its calls are made with
 * @param region the Region, where the host does not tell
 * @param endpoint the address of ECR's API there
 */
public record RegistryRule(
        String registry, Optional<AwsAccess.Role> role, Optional<AwsRegion> region, Optional<URI> endpoint) {}
