/** The API of Amazon ECR over the sandbox's image registry. */
@NullMarked
package org.ecsdelivery.sandbox.aws.ecr;

import org.jspecify.annotations.NullMarked;
