@NullMarked
package org.ecsdelivery.server.policy;

import org.jspecify.annotations.NullMarked;
