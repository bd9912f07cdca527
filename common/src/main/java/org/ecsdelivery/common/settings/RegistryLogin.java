package org.ecsdelivery.common.settings;

import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.common.value.Secret;

/**
 * The user of a registry that is not ECR's.
 *
 * @param host the registry; the password is sent to no other
 * @param user the name
 * @param password the password or access token
 */
public record RegistryLogin(RegistryHost host, String user, Secret password) {}
