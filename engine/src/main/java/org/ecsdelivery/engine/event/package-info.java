/** What the engine tells while it works. */
@NullMarked
package org.ecsdelivery.engine.event;

import org.jspecify.annotations.NullMarked;
