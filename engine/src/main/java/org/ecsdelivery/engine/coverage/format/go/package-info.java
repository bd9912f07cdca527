/** Profiles of Go's own coverage. */
@NullMarked
package org.ecsdelivery.engine.coverage.format.go;

import org.jspecify.annotations.NullMarked;
