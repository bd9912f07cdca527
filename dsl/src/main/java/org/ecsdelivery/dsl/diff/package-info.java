/** What differs between two trees of settings, in the words of those who keep them. */
@NullMarked
package org.ecsdelivery.dsl.diff;

import org.jspecify.annotations.NullMarked;
