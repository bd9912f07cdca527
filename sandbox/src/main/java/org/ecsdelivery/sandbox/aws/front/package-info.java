/** The one port: protocols, routing, errors, scripted faults and the call log. */
@NullMarked
package org.ecsdelivery.sandbox.aws.front;

import org.jspecify.annotations.NullMarked;
