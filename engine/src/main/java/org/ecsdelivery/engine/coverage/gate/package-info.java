/** Coverage held against what is demanded of it. */
@NullMarked
package org.ecsdelivery.engine.coverage.gate;

import org.jspecify.annotations.NullMarked;
