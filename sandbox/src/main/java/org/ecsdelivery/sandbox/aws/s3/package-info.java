/** Amazon S3. */
@NullMarked
package org.ecsdelivery.sandbox.aws.s3;

import org.jspecify.annotations.NullMarked;
