/** What was covered of the lines a change touched. */
@NullMarked
package org.ecsdelivery.engine.coverage.patch;

import org.jspecify.annotations.NullMarked;
