package org.ecsdelivery.engine.deploy;

import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.image.ImageRegistry;

/**
 * The world as the deploy step sees it.
 *
 * @param ecs ECS
 * @param targetGroups Elastic Load Balancing
 * @param logs CloudWatch Logs
 * @param registry ECR
 */
public record DeployPorts(EcsApi ecs, TargetGroupApi targetGroups, ContainerLogApi logs, ImageRegistry registry) {}
