/** The sentences and pages that people read. */
@NullMarked
package org.ecsdelivery.engine.report;

import org.jspecify.annotations.NullMarked;
