/** Waiting that can be tested: a clock, a pause and a cancellation are always handed in. */
@NullMarked
package org.ecsdelivery.engine.time;

import org.jspecify.annotations.NullMarked;
