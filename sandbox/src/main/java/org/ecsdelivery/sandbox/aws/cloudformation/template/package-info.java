/** CloudFormation templates: read, held against the values for their parameters, and their functions worked out. */
@NullMarked
package org.ecsdelivery.sandbox.aws.cloudformation.template;

import org.jspecify.annotations.NullMarked;
