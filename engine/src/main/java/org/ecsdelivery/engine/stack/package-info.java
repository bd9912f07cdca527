/** Sets up the CloudFormation stack that services are deployed to: shows what would change, applies it, and says what came of it. */
@NullMarked
package org.ecsdelivery.engine.stack;

import org.jspecify.annotations.NullMarked;
