/** The {@code git} command of the agent. */
@NullMarked
package org.ecsdelivery.agent.git;

import org.jspecify.annotations.NullMarked;
