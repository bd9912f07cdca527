/** Broken reports by the thousand: whatever comes, reading ends, in numbers or in a sentence. */
@NullMarked
package org.ecsdelivery.engine.coverage.fuzz;

import org.jspecify.annotations.NullMarked;
