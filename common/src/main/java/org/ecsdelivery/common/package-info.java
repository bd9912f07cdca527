/** What both halves of the plugin speak about: parameters, settings and value types. */
@NullMarked
package org.ecsdelivery.common;

import org.jspecify.annotations.NullMarked;
