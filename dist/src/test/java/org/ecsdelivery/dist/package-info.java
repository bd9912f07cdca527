@NullMarked
package org.ecsdelivery.dist;

import org.jspecify.annotations.NullMarked;
