/** Reports of Istanbul in JSON, read as a stream. */
@NullMarked
package org.ecsdelivery.engine.coverage.format.json;

import org.jspecify.annotations.NullMarked;
