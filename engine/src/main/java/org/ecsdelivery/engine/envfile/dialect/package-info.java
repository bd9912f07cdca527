/** One rule per consumer of env files: how it writes a value so that this consumer reads exactly it, or why it cannot. */
@NullMarked
package org.ecsdelivery.engine.envfile.dialect;

import org.jspecify.annotations.NullMarked;
