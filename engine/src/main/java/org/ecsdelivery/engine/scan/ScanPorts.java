package org.ecsdelivery.engine.scan;

import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.image.ImageRegistry;

/**
 * The world as the scan gate sees it.
 *
 * @param scans ECR's scans
 * @param registry ECR's images
 * @param ecs ECS, where a service runs the image to compare with
 */
public record ScanPorts(ImageScans scans, ImageRegistry registry, EcsApi ecs) {}
