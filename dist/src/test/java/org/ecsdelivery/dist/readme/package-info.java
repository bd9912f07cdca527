/** Holds what the project says of itself to what it does. */
@NullMarked
package org.ecsdelivery.dist.readme;

import org.jspecify.annotations.NullMarked;
