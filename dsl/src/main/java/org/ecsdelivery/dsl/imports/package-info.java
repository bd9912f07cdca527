/** Settings that somebody else wrote, as Java that writes them again. */
@NullMarked
package org.ecsdelivery.dsl.imports;

import org.jspecify.annotations.NullMarked;
