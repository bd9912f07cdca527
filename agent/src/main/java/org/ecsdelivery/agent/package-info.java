@NullMarked
package org.ecsdelivery.agent;

import org.jspecify.annotations.NullMarked;
