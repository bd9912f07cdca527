/** Tests of the pages, and a made-up checkout to measure them with. */
@NullMarked
package org.ecsdelivery.engine.coverage.html;

import org.jspecify.annotations.NullMarked;
