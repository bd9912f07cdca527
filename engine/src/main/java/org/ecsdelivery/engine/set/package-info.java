/** Deploying several services in one step: ordered or at the same time, stopped at the first failure, taken back as a set. */
@NullMarked
package org.ecsdelivery.engine.set;

import org.jspecify.annotations.NullMarked;
