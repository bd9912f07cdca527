/** Opens a coverage report, finds its format by its content and hands it to the parser of the format. */
@NullMarked
package org.ecsdelivery.engine.coverage.read;

import org.jspecify.annotations.NullMarked;
