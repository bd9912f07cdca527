/** Makes env files: where variables come from, which of them count, and the file that a given consumer reads exactly. */
@NullMarked
package org.ecsdelivery.engine.envfile;

import org.jspecify.annotations.NullMarked;
