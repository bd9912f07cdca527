package org.ecsdelivery.sandbox.aws.ecs;

/** The elastic network interface of an awsvpc task. */
record Eni(String attachmentId, String interfaceId, String subnetId, String macAddress, String ip) {}
