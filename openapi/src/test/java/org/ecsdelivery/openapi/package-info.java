/** Holds the repeated signatures against the symbols of real TeamCity jars. */
@NullMarked
package org.ecsdelivery.openapi;

import org.jspecify.annotations.NullMarked;
