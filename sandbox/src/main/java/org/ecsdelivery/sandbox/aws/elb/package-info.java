/** Elastic Load Balancing v2 as a deterministic model: target groups and their targets. */
@NullMarked
package org.ecsdelivery.sandbox.aws.elb;

import org.jspecify.annotations.NullMarked;
