/** The way of a build context to an engine on the same machine: through its socket file in large pieces. */
@NullMarked
package org.ecsdelivery.docker.upload;

import org.jspecify.annotations.NullMarked;
