/** Tracefiles of lcov, 1.x and 2.x, as many tools write them. */
@NullMarked
package org.ecsdelivery.engine.coverage.format.lcov;

import org.jspecify.annotations.NullMarked;
