@NullMarked
package org.ecsdelivery.server.deployment;

import org.jspecify.annotations.NullMarked;
