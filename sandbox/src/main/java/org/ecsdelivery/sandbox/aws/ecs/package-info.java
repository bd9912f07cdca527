/** Amazon ECS as a deterministic model: clusters, services, tasks, deployments. */
@NullMarked
package org.ecsdelivery.sandbox.aws.ecs;

import org.jspecify.annotations.NullMarked;
