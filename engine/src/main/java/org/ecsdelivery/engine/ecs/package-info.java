/** What the engine knows of ECS and its load balancers: snapshots, and the ports that fetch them. */
@NullMarked
package org.ecsdelivery.engine.ecs;

import org.jspecify.annotations.NullMarked;
