/** The pages of the packed plugin in a real browser. */
@NullMarked
package org.ecsdelivery.dist.browser;

import org.jspecify.annotations.NullMarked;
