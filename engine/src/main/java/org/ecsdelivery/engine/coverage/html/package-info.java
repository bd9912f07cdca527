/** Coverage as pages that people read: one zip, readable without script, nothing loaded from elsewhere. */
@NullMarked
package org.ecsdelivery.engine.coverage.html;

import org.jspecify.annotations.NullMarked;
