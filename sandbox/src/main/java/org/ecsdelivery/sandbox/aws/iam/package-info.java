/** The roles of IAM, as far as a pipeline is looked at. */
@NullMarked
package org.ecsdelivery.sandbox.aws.iam;

import org.jspecify.annotations.NullMarked;
