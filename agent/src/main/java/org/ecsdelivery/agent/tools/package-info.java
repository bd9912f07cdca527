/** The tools that an agent's machine has, asked for their versions. */
@NullMarked
package org.ecsdelivery.agent.tools;

import org.jspecify.annotations.NullMarked;
