/** The use case of the task step: run one ECS task and follow it to its end. */
@NullMarked
package org.ecsdelivery.engine.task;

import org.jspecify.annotations.NullMarked;
