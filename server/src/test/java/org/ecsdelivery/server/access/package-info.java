@NullMarked
package org.ecsdelivery.server.access;

import org.jspecify.annotations.NullMarked;
