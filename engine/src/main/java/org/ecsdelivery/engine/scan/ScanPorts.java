package org.ecsdelivery.engine.scan;

import java.util.Optional;
import org.ecsdelivery.common.value.RegistryHost;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.image.Registries;

/**
 * The world as the scan gate sees it.
 *
 * @param scans ECR's scans
 * @param registries ECR's images
 * @param ecs ECS, where a service runs the image to compare with
 */
public record ScanPorts(RegistryScans scans, Registries registries, EcsApi ecs) {
    /** Finds the registry of a host; nothing where ECR does not scan what is in it. */
    Optional<ScanDesk> desk(RegistryHost host) {
        return scans.scansAt(host).map(found -> new ScanDesk(registries.at(host).orElseGet(registries::own), found));
    }
}
