package org.ecsdelivery.engine.image;

import java.util.Optional;
import org.ecsdelivery.common.value.RegistryHost;

/** The registries that the image step reaches, each with the credentials that belong to it. */
public interface Registries {
    /** Returns the registry that the step's own credentials lead to. */
    ImageRegistry own();

    /** Returns the registry that a host names; nothing when it is none of ECR's and the settings know no user of it. */
    Optional<ImageRegistry> at(RegistryHost host);
}
