@NullMarked
package org.ecsdelivery.engine;

import org.jspecify.annotations.NullMarked;
