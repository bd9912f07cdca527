package org.ecsdelivery.engine.scan;

import java.util.Optional;
import org.ecsdelivery.common.value.RegistryHost;

/** ECR's scans, wherever the images are: each registry has scan settings of its own. */
@FunctionalInterface
public interface RegistryScans {
    /** Returns the scans of the registry that a host names; nothing where it has none, as all but ECR's private ones. */
    Optional<ImageScans> scansAt(RegistryHost host);
}
