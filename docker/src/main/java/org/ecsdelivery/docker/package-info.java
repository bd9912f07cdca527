@NullMarked
package org.ecsdelivery.docker;

import org.jspecify.annotations.NullMarked;
