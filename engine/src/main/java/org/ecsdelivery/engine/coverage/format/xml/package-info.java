/** Reports in XML, read as a stream: no document type is loaded, no entity expanded, no network touched. */
@NullMarked
package org.ecsdelivery.engine.coverage.format.xml;

import org.jspecify.annotations.NullMarked;
