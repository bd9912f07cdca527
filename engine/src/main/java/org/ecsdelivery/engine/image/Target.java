package org.ecsdelivery.engine.image;

import org.ecsdelivery.common.value.ImageReference;

/**
 * Where an image goes.
 *
 * @param repository host and repository
 * @param access the way into its registry
 */
record Target(ImageReference repository, RegistryAccess access) {}
