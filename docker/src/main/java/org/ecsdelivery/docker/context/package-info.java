/** The build context: what of a directory goes to Docker, and how. */
@NullMarked
package org.ecsdelivery.docker.context;

import org.jspecify.annotations.NullMarked;
