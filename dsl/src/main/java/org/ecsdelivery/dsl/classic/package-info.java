/** From steps that run docker, ecs and aws commands to typed steps: what a script says, and what says the same. */
@NullMarked
package org.ecsdelivery.dsl.classic;

import org.jspecify.annotations.NullMarked;
