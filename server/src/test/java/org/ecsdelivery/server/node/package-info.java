@NullMarked
package org.ecsdelivery.server.node;

import org.jspecify.annotations.NullMarked;
