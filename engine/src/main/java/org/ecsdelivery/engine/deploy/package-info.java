/** Deploying an image to a service and following it until the old tasks are drained. */
@NullMarked
package org.ecsdelivery.engine.deploy;

import org.jspecify.annotations.NullMarked;
