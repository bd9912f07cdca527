package org.ecsdelivery.engine.deploy;

import org.ecsdelivery.engine.doctor.PipelineApi;
import org.ecsdelivery.engine.ecs.AlarmApi;
import org.ecsdelivery.engine.ecs.ContainerLogApi;
import org.ecsdelivery.engine.ecs.EcsApi;
import org.ecsdelivery.engine.ecs.ScalingApi;
import org.ecsdelivery.engine.ecs.TargetGroupApi;
import org.ecsdelivery.engine.ecs.TaskRunApi;
import org.ecsdelivery.engine.envfile.EnvFileBucket;
import org.ecsdelivery.engine.image.ImageRegistry;

/**
 * The world as the deploy step sees it.
 *
 * @param ecs ECS
 * @param targetGroups Elastic Load Balancing
 * @param logs CloudWatch Logs
 * @param registry ECR
 * @param alarms CloudWatch alarms
 * @param scaling Application Auto Scaling
 * @param tasks ECS, for a task on its own
 * @param envFiles S3, for env files that ECS reads
 * @param pipelines services with what they are deployed to
 */
public record DeployPorts(
        EcsApi ecs,
        TargetGroupApi targetGroups,
        ContainerLogApi logs,
        ImageRegistry registry,
        AlarmApi alarms,
        ScalingApi scaling,
        TaskRunApi tasks,
        EnvFileBucket envFiles,
        PipelineApi pipelines) {
    /** Returns the same world with another view of ECR. */
    public DeployPorts with(ImageRegistry other) {
        return new DeployPorts(ecs, targetGroups, logs, other, alarms, scaling, tasks, envFiles, pipelines);
    }
}
