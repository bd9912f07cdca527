/** Several deployments of one step, on several threads, ask AWS as one: together, and no faster than AWS answers. */
@NullMarked
package org.ecsdelivery.engine.share;

import org.jspecify.annotations.NullMarked;
