/** What a build publishes of its coverage: figures, sentences, a document. */
@NullMarked
package org.ecsdelivery.engine.coverage.publish;

import org.jspecify.annotations.NullMarked;
