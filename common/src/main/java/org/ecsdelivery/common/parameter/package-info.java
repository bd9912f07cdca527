@NullMarked
package org.ecsdelivery.common.parameter;

import org.jspecify.annotations.NullMarked;
