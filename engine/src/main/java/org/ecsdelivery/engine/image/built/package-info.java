/** What a build has made: told to whoever listens, and used by the step itself. */
@NullMarked
package org.ecsdelivery.engine.image.built;

import org.jspecify.annotations.NullMarked;
