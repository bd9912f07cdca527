/** What users of TeamCity's own Kotlin DSL get: typed steps, described to the server in XML. */
@NullMarked
package org.ecsdelivery.dist.kotlin;

import org.jspecify.annotations.NullMarked;
