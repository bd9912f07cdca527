/** What tests covered, of any report format, as one compact model: files, lines, branches, functions, exact totals. */
@NullMarked
package org.ecsdelivery.engine.coverage;

import org.jspecify.annotations.NullMarked;
