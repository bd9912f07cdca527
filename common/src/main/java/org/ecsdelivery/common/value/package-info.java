@NullMarked
package org.ecsdelivery.common.value;

import org.jspecify.annotations.NullMarked;
