package org.ecsdelivery.common.settings;

import java.time.Duration;
import java.util.Optional;
import org.ecsdelivery.common.value.ClusterName;
import org.ecsdelivery.common.value.ContainerName;
import org.ecsdelivery.common.value.ImageReference;
import org.ecsdelivery.common.value.ServiceName;

/**
 * What the deploy step shall bring to which service, and how far it shall follow.
 *
 * @param cluster the cluster
 * @param service the service
 * @param container the container whose image changes; empty when the task definition has only one
 * @param image the new image, by digest or by tag
 * @param finishLevel how far the deployment must have come
 * @param timeout how long the step follows at most
 * @param changes what else differs in the next revision
 * @param access how to reach AWS
 * @param dryRun whether to end with the plan, before anything is changed
 */
public record DeploySettings(
        ClusterName cluster,
        ServiceName service,
        Optional<ContainerName> container,
        ImageReference image,
        FinishLevel finishLevel,
        Duration timeout,
        RevisionChanges changes,
        AwsAccess access,
        boolean dryRun) {
    /** Deploys a revision that differs in its image only. */
    public DeploySettings(
            ClusterName cluster,
            ServiceName service,
            Optional<ContainerName> container,
            ImageReference image,
            FinishLevel finishLevel,
            Duration timeout,
            AwsAccess access) {
        this(cluster, service, container, image, finishLevel, timeout, RevisionChanges.NONE, access, false);
    }

    /** Returns these settings for a step that only plans. */
    public DeploySettings asDryRun() {
        return new DeploySettings(cluster, service, container, image, finishLevel, timeout, changes, access, true);
    }

    /** Returns these settings for a revision that differs in more than its image. */
    public DeploySettings changing(RevisionChanges others) {
        return new DeploySettings(cluster, service, container, image, finishLevel, timeout, others, access, dryRun);
    }
}
