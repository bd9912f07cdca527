/** Checks what a service is deployed to, whoever made it: each rule looks at one thing that makes deployments fail or go unseen. */
@NullMarked
package org.ecsdelivery.engine.doctor;

import org.jspecify.annotations.NullMarked;
