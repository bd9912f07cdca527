@NullMarked
package org.ecsdelivery.server;

import org.jspecify.annotations.NullMarked;
