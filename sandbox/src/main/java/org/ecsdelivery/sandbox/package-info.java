@NullMarked
package org.ecsdelivery.sandbox;

import org.jspecify.annotations.NullMarked;
