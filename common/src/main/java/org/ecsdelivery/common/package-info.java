@NullMarked
package org.ecsdelivery.common;

import org.jspecify.annotations.NullMarked;
