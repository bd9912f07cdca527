package org.ecsdelivery.sandbox.aws.ecs;

import java.util.Optional;

/** The elastic network interface of an awsvpc task. */
record Eni(
        String attachmentId,
        String interfaceId,
        String subnetId,
        String macAddress,
        String ip,
        Optional<String> ipv6) {}
