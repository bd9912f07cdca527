/** The topics of SNS, as far as a pipeline is looked at. */
@NullMarked
package org.ecsdelivery.sandbox.aws.sns;

import org.jspecify.annotations.NullMarked;
