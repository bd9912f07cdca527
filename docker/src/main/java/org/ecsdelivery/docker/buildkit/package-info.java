/** BuildKit, through a docker command of the agent's machine. */
@NullMarked
package org.ecsdelivery.docker.buildkit;

import org.jspecify.annotations.NullMarked;
