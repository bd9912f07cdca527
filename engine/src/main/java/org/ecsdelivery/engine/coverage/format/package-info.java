/** What all readers of coverage reports share: the bytes, their lines, numbers that make no sense, and where a fault is. */
@NullMarked
package org.ecsdelivery.engine.coverage.format;

import org.jspecify.annotations.NullMarked;
