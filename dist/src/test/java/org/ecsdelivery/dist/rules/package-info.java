@NullMarked
package org.ecsdelivery.dist.rules;

import org.jspecify.annotations.NullMarked;
