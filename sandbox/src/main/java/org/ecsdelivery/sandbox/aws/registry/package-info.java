/** The image registry of the local ECR: the OCI distribution protocol over one account and Region. */
@NullMarked
package org.ecsdelivery.sandbox.aws.registry;

import org.jspecify.annotations.NullMarked;
